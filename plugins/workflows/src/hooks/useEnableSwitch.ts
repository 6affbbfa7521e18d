import { useApi } from '@backstage/core-plugin-api';
import { useMutation } from '@tanstack/react-query';
import type {
  DisableWorkflowRequest,
  WorkflowSummary,
  WorkflowsApi,
} from 'backstage-plugin-workflows-common';
import { useState } from 'react';
import { workflowsApiRef } from '../api/workflowsApiRef';
import { useWorkflowCommand } from './useWorkflowCommand';

/** Which runs of a workflow there are to decide about. */
export interface OpenRuns {
  queued: boolean;
  waiting: boolean;
}

/** Switches a workflow. Off asks first when it has runs to decide about. */
export function useEnableSwitch(options: {
  workflow: WorkflowSummary;
  /** What to say when it is done. */
  done: { enabled: string; disabled: string };
}) {
  const { workflow, done } = options;
  const { id, enabled } = workflow;
  const api = useApi(workflowsApiRef);
  const command = useWorkflowCommand();
  const [question, setQuestion] = useState<OpenRuns>();
  const disable = (request?: DisableWorkflowRequest) =>
    command.mutate({
      run: () => api.disableWorkflow(id, request),
      done: done.disabled,
    });
  const look = useMutation({
    mutationFn: () => findOpenRuns(api, id),
    onSuccess: runs =>
      runs.queued || runs.waiting ? setQuestion(runs) : disable(),
    onError: () => setQuestion({ queued: true, waiting: true }),
  });
  return {
    turn: () =>
      enabled
        ? look.mutate()
        : command.mutate({
            run: () => api.enableWorkflow(id),
            done: done.enabled,
          }),
    isPending: look.isPending || command.isPending,
    /** Set while an answer is needed. */
    question,
    answer: (request: DisableWorkflowRequest) => {
      setQuestion(undefined);
      disable(request);
    },
    leave: () => setQuestion(undefined),
  };
}

async function findOpenRuns(
  api: WorkflowsApi,
  workflowId: string,
): Promise<OpenRuns> {
  const [queued, waiting] = await Promise.all(
    (['PENDING', 'WAITING'] as const).map(async status => {
      const page = await api.listExecutions({ workflowId, status, limit: 1 });
      return page.items.length > 0;
    }),
  );
  return { queued, waiting };
}
