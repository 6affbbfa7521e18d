import type { WorkflowsApi } from 'backstage-plugin-workflows-common';

// Every page asks for it.
const OFF: Partial<WorkflowsApi> = {
  getKillSwitch: async () => ({ on: false, configured: false }),
  getCapabilities: async () => ({ admin: true, ownershipRefs: [] }),
};

/** A backend that answers only what a test says; every other call fails it. */
export function fakeWorkflowsApi(
  answers: Partial<WorkflowsApi>,
): jest.Mocked<WorkflowsApi> {
  const unexpected = (name: string) => async () => {
    throw new Error(`the test did not expect a call of ${name}`);
  };
  const names: (keyof WorkflowsApi)[] = [
    'listWorkflows',
    'getWorkflow',
    'createWorkflow',
    'updateWorkflow',
    'deleteWorkflow',
    'publishWorkflow',
    'enableWorkflow',
    'disableWorkflow',
    'validateDefinition',
    'dryRun',
    'listVersions',
    'getVersion',
    'listSecrets',
    'putSecret',
    'deleteSecret',
    'listExecutions',
    'getExecution',
    'cancelExecution',
    'retryExecution',
    'listIncidents',
    'getIncident',
    'listIncidentTimeline',
    'explainIncident',
    'runWorkflow',
    'createIncident',
    'updateIncident',
    'listDeliveries',
    'getDelivery',
    'getDeliveryCounts',
    'replayDeliveries',
    'replayDelivery',
    'getKillSwitch',
    'putKillSwitch',
    'listActions',
    'listFields',
    'getCapabilities',
    'listSources',
  ];
  const answer = (name: keyof WorkflowsApi) =>
    (answers[name] ?? OFF[name] ?? unexpected(name)) as (
      ...args: unknown[]
    ) => unknown;
  return Object.fromEntries(
    names.map(name => [name, jest.fn(answer(name))]),
  ) as unknown as jest.Mocked<WorkflowsApi>;
}
