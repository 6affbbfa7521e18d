import { useApi } from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Workflow, WorkflowsApi } from 'backstage-plugin-workflows-common';
import { workflowsApiRef } from '../api/workflowsApiRef';
import { queryKeys } from './queryKeys';
import { useNotify } from './useNotify';

/** A change of what runs: publish, enable or disable, said when it is done. */
export function useWorkflowCommand() {
  const api = useApi(workflowsApiRef);
  const queryClient = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: async (command: {
      run: (api: WorkflowsApi) => Promise<Workflow>;
      done: string;
    }) => {
      const workflow = await command.run(api);
      queryClient.setQueryData(queryKeys.workflow(workflow.id), workflow);
      await queryClient.invalidateQueries({ queryKey: ['workflow', 'list'] });
      return command.done;
    },
    onSuccess: notify.success,
    onError: notify.error,
  });
}
