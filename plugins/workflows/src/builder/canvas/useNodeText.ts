import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import { useCallback } from 'react';
import { useTexts } from '../../texts';
import { useBuilderEnvironment } from '../context/BuilderContext';

/** What a node is called: its label, else what it does. */
export type NodeTitle = (node: {
  type: WorkflowNode['type'];
  data: WorkflowNode['data'];
}) => string;

export function useNodeTitle(): NodeTitle {
  const { t } = useTexts();
  const { actions } = useBuilderEnvironment();
  return useCallback<NodeTitle>(
    ({ type, data }) => {
      if (data.label) {
        return data.label;
      }
      if (type !== 'action') {
        return t(`builder.node.${type}`);
      }
      const { actionType } = data as { actionType: string };
      return (
        actions.find(action => action.id === actionType)?.title ?? actionType
      );
    },
    [actions, t],
  );
}
