import type { NodeProps, NodeTypes } from '@xyflow/react';
import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import { memo } from 'react';
import { useDefinition } from '../../context/BuilderContext';
import type { FlowNode } from '../../model/flow';
import { useNodeSummary } from '../useNodeSummary';
import { useNodeTitle } from '../useNodeText';
import { NodeCard } from './NodeCard';
import { BranchHandles, EntryHandle, ExitHandle } from './NodeHandles';

type Props = NodeProps<FlowNode>;

const TriggerNode = memo(({ id, data, selected }: Props) => {
  const { trigger } = useDefinition();
  const summary = useNodeSummary();
  const title = useNodeTitle();
  return (
    <NodeCard
      id={id}
      kind="trigger"
      title={title({ type: 'trigger', data })}
      summary={summary.ofTrigger(trigger)}
      selected={selected}
    >
      <ExitHandle />
    </NodeCard>
  );
});

/** An action, a condition or a delay. */
const StepNode = memo(({ id, type, data, selected }: Props) => {
  const summary = useNodeSummary();
  const title = useNodeTitle();
  const nodeType = type as WorkflowNode['type'];
  return (
    <NodeCard
      id={id}
      kind={'actionType' in data ? data.actionType : nodeType}
      title={title({ type: nodeType, data })}
      summary={summary.ofNode(nodeType, data)}
      selected={selected}
    >
      <EntryHandle />
      {nodeType === 'condition' ? <BranchHandles /> : <ExitHandle />}
    </NodeCard>
  );
});

/** Constant, because React Flow draws everything anew when it changes. */
export const nodeTypes: NodeTypes = {
  trigger: TriggerNode,
  action: StepNode,
  condition: StepNode,
  delay: StepNode,
};
