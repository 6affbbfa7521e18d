import { InputError } from '@backstage/errors';
import {
  type ActionDescriptor,
  type DefinitionProblem,
  LIMITS,
  type WorkflowDefinition,
  blocksPublishing,
  blocksSaving,
  entityRefsOf,
  parseDraft,
  validateDefinition,
} from 'backstage-plugin-workflows-common';

type SecretHosts = Record<string, string[]>;

/** Judges definitions by the installed actions and a workflow's secrets. */
export class DefinitionChecker {
  static create(options: {
    listActions: () => readonly ActionDescriptor[];
    /** The names of a workflow's secrets, with the hosts that each may go to. */
    secretHosts: (workflowId: string) => Promise<SecretHosts>;
    /** Those of some entity refs that the catalog does not have. */
    missingRefs: (refs: readonly string[]) => Promise<string[]>;
  }) {
    return new DefinitionChecker(options);
  }

  private constructor(
    private readonly options: {
      listActions: () => readonly ActionDescriptor[];
      secretHosts: (workflowId: string) => Promise<SecretHosts>;
      missingRefs: (refs: readonly string[]) => Promise<string[]>;
    },
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
    const { listActions, missingRefs } = this.options;
    const secretHosts = workflowId
      ? await this.options.secretHosts(workflowId)
      : {};
    return [
      ...problems,
      ...validateDefinition(definition, {
        actions: listActions(),
        secretNames: Object.keys(secretHosts),
        secretHosts,
        missingEntityRefs: await missingRefs(entityRefsOf(definition)),
      }),
    ];
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

function parse(value: unknown): ReturnType<typeof parseDraft> {
  const parsed = parseDraft(value);
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
