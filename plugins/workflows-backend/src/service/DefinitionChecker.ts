import { InputError } from '@backstage/errors';
import {
  type ActionDescriptor,
  type DefinitionProblem,
  LIMITS,
  type WorkflowDefinition,
  blocksPublishing,
  blocksSaving,
  parseDefinition,
  validateDefinition,
} from 'backstage-plugin-workflows-common';

/** Judges definitions by the installed actions and a workflow's secrets. */
export class DefinitionChecker {
  static create(options: {
    listActions: () => readonly ActionDescriptor[];
    listSecretNames: (workflowId: string) => Promise<string[]>;
  }) {
    return new DefinitionChecker(options.listActions, options.listSecretNames);
  }

  private constructor(
    private readonly listActions: () => readonly ActionDescriptor[],
    private readonly listSecretNames: (workflowId: string) => Promise<string[]>,
  ) {}

  /**
   * What is wrong with an untrusted value. Secrets are checked against the
   * workflow's; one that does not exist yet has none.
   */
  async problems(
    value: unknown,
    workflowId: string | undefined,
  ): Promise<DefinitionProblem[]> {
    const { definition, problems } = parse(value);
    if (!definition) {
      return problems;
    }
    return validateDefinition(definition, {
      actions: this.listActions(),
      secretNames: workflowId ? await this.listSecretNames(workflowId) : [],
    });
  }

  /** @throws InputError that names every problem a draft must not have */
  async savable(
    value: unknown,
    workflowId: string | undefined,
  ): Promise<WorkflowDefinition> {
    const problems = await this.problems(value, workflowId);
    refuse('saved', problems.filter(blocksSaving));
    return value as WorkflowDefinition;
  }

  /** @throws InputError that names every problem that blocks publishing */
  async assertPublishable(value: unknown, workflowId: string): Promise<void> {
    const problems = await this.problems(value, workflowId);
    refuse('published', problems.filter(blocksPublishing));
  }
}

function parse(value: unknown): ReturnType<typeof parseDefinition> {
  const parsed = parseDefinition(value);
  const size = parsed.definition ? JSON.stringify(value).length : 0;
  return size > LIMITS.definitionChars
    ? {
        definition: undefined,
        problems: [
          {
            code: 'too_large',
            severity: 'error',
            path: '',
            message: `a definition has at most ${LIMITS.definitionChars} characters as JSON, found ${size}`,
          },
        ],
      }
    : parsed;
}

function refuse(done: string, problems: DefinitionProblem[]): void {
  if (problems.length > 0) {
    throw new InputError(
      `The workflow cannot be ${done}: ${problems
        .map(({ path, message }) => `definition.${path}: ${message}`)
        .join('; ')}`,
    );
  }
}
