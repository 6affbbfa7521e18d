import type {
  TriggerConfig,
  TriggerType,
} from 'backstage-plugin-workflows-common';

/** An enabled workflow as the matcher knows it: its published version's trigger. */
export interface IndexedWorkflow {
  id: string;
  name: string;
  /** Empty for a global workflow. */
  ownerRef: string;
  /** The published one. */
  version: number;
  trigger: TriggerConfig;
}

/** The workflows that may run, by what sets them off. Immutable. */
export class WorkflowIndex {
  static create(options: { workflows: readonly IndexedWorkflow[] }) {
    const byTrigger = new Map<TriggerType, IndexedWorkflow[]>();
    for (const workflow of options.workflows) {
      const { type } = workflow.trigger;
      byTrigger.set(type, [...(byTrigger.get(type) ?? []), workflow]);
    }
    return new WorkflowIndex(byTrigger);
  }

  private constructor(
    private readonly byTrigger: ReadonlyMap<
      TriggerType,
      readonly IndexedWorkflow[]
    >,
  ) {}

  candidates(type: TriggerType): readonly IndexedWorkflow[] {
    return this.byTrigger.get(type) ?? [];
  }
}
