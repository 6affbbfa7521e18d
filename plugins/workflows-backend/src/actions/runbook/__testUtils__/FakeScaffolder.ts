import type { JsonObject } from '@backstage/types';
import type {
  ScaffolderPort,
  ScaffolderTask,
  ScaffolderTaskEnd,
} from '../RunbookPorts';

type Task = ScaffolderTask & { templateRef: string; end: ScaffolderTaskEnd };

/** A scaffolder whose tasks go on when the test says so. */
export class FakeScaffolder implements ScaffolderPort {
  /** The oldest one first. */
  readonly tasks: Task[] = [];
  listed = 0;

  constructor(
    private readonly now: () => number,
    private readonly status = 'open',
  ) {}

  async start(request: { templateRef: string; values: JsonObject }) {
    const { templateRef, values } = request;
    const id = `task-${this.tasks.length + 1}`;
    this.tasks.push({
      id,
      templateRef,
      status: this.status,
      createdAtMs: this.now(),
      parameters: values,
      end: {},
    });
    return id;
  }

  async get(taskId: string) {
    return this.tasks.find(({ id }) => id === taskId)!;
  }

  async list({ limit, offset }: { limit: number; offset: number }) {
    this.listed++;
    return this.tasks.toReversed().slice(offset, offset + limit);
  }

  async endOf(taskId: string) {
    return (await this.get(taskId)).end;
  }
}
