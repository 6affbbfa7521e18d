import type { NodeProps, NodeTypes } from '@xyflow/react';
import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import { memo } from 'react';
import { useBuilder } from '../../context/BuilderContext';
import type { StepFlowNode } from '../../model/flow';
import { NoteNode } from '../notes/NoteNode';
import { NodeCard } from './NodeCard';
import { BranchHandles, EntryHandle, ExitHandle } from './NodeHandles';
import { useNodeLook } from './NodeLookContext';
import { useStepData } from './useStepData';

type Props = NodeProps<StepFlowNode>;

const TriggerNode = memo(({ id, data: shown, selected }: Props) => {
  const data = useStepData(id, shown);
  const trigger = useBuilder(state => state.document.definition.trigger);
  const { titleOf, summary } = useNodeLook();
  return (
    <NodeCard
      id={id}
      kind="trigger"
      title={titleOf({ type: 'trigger', data })}
      summary={summary.ofTrigger(trigger)}
      selected={selected}
    >
      <ExitHandle />
    </NodeCard>
  );
});

/** An action, a condition or a delay. */
const StepNode = memo(({ id, type, data: shown, selected }: Props) => {
  const data = useStepData(id, shown);
  const { titleOf, summary, isFar } = useNodeLook();
  const nodeType = type as WorkflowNode['type'];
  return (
    <NodeCard
      id={id}
      kind={'actionType' in data ? data.actionType : nodeType}
      title={titleOf({ type: nodeType, data })}
      summary={isFar ? '' : summary.ofNode(nodeType, data)}
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
  note: NoteNode,
};
