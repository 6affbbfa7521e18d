import { usePermission } from '@backstage/plugin-permission-react';
import {
  type WorkflowSummary,
  workflowSecretUpdatePermission,
} from 'backstage-plugin-workflows-common';
import { useMayChange } from '../../hooks/useCapabilities';

/** Whether the caller may set and delete the secrets of a workflow. */
export function useMayChangeSecrets({
  id,
  ownerRef,
}: Pick<WorkflowSummary, 'id' | 'ownerRef'>): boolean {
  const isOurs = useMayChange(ownerRef);
  const { allowed } = usePermission({
    permission: workflowSecretUpdatePermission,
    resourceRef: id,
  });
  return isOurs && allowed;
}
