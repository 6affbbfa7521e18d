import { Receiver } from '../../engine/testing/receiver';
import type { Fate } from './FakeJira';

/** A Linear that takes each id once. */
export class FakeLinear {
  readonly issues = new Set<string>();
  changes = 0;
  fate: Fate = 'answered';
  private server!: Receiver;

  static async start(): Promise<FakeLinear> {
    const linear = new FakeLinear();
    linear.server = await Receiver.start(({ body }, response) => {
      const answer = linear.answer(JSON.parse(body));
      if (answer) {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer));
      }
    });
    return linear;
  }

  get url() {
    return this.server.url;
  }

  stop() {
    return this.server.stop();
  }

  private answer({ query, variables }: any): object | undefined {
    const issueOf = (id: string) => ({
      id,
      identifier: 'ENG-1',
      url: 'https://linear.app/acme/issue/ENG-1',
    });
    if (query.startsWith('query')) {
      const { id } = variables;
      return this.issues.has(id)
        ? { data: { issue: issueOf(id) } }
        : { errors: [{ message: 'Entity not found' }] };
    }
    const { fate } = this;
    this.fate = 'answered';
    this.changes += 1;
    const { id } = variables.input;
    if (this.issues.has(id)) {
      return { errors: [{ message: 'There is an issue of this id' }] };
    }
    if (fate !== 'lost') {
      this.issues.add(id);
    }
    return fate === 'answered'
      ? { data: { issueCreate: { success: true, issue: issueOf(id) } } }
      : undefined;
  }
}
