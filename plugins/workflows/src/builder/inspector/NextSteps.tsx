import MenuItem from '@material-ui/core/MenuItem';
import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { useNodeTitle } from '../canvas/useNodeText';
import { useConnectSteps } from '../commands/useConnectSteps';
import { useDefinition } from '../context/BuilderContext';
import { targetsOf } from '../model/operations/setWayOut';
import { type WayOut, edgeBy, waysOut } from '../model/waysOut';
import { Section } from './Section';
import { Field } from './fields/Field';

const LABELS = {
  true: 'builder.inspector.nextTrue',
  false: 'builder.inspector.nextFalse',
} as const;

/** Connections without a mouse: where each way out of a step leads. */
export const NextSteps = ({
  node,
  autoFocus = false,
}: {
  node: WorkflowNode;
  autoFocus?: boolean;
}) => {
  const { t } = useTexts();
  return (
    <Section title={t('builder.inspector.next')}>
      {waysOut(node).map((wayOut, index) => (
        <NextStep
          key={wayOut ?? ''}
          nodeId={node.id}
          wayOut={wayOut}
          isFocused={autoFocus && index === 0}
        />
      ))}
    </Section>
  );
};

const NextStep = (props: {
  nodeId: string;
  wayOut: WayOut;
  isFocused: boolean;
}) => {
  const { nodeId, wayOut, isFocused } = props;
  const { t } = useTexts();
  const definition = useDefinition();
  const connectSteps = useConnectSteps();
  const titleOf = useNodeTitle();
  const [isOpen, setIsOpen] = useState(false);
  const end = { source: nodeId, sourceHandle: wayOut };
  const present = edgeBy(definition, nodeId, wayOut)?.target;
  // Which steps may follow is asked when somebody looks: the whole graph would
  // be walked for each of them at every key that is typed above.
  const targets = isOpen
    ? targetsOf(definition, end)
    : definition.nodes.filter(({ id }) => id === present);
  return (
    <Field
      select
      // The person asked to connect the step.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={isFocused}
      label={t(wayOut ? LABELS[wayOut] : 'builder.inspector.nextStep')}
      value={present ?? ''}
      InputLabelProps={{ shrink: true }}
      SelectProps={{
        displayEmpty: true,
        open: isOpen,
        onOpen: () => setIsOpen(true),
        onClose: () => setIsOpen(false),
      }}
      onChange={event => {
        const target = event.target.value || undefined;
        connectSteps({ ...end, target });
      }}
    >
      <MenuItem value="">{t('builder.inspector.nowhere')}</MenuItem>
      {targets.map(target => (
        <MenuItem key={target.id} value={target.id}>
          {titleOf(target)} ({target.id})
        </MenuItem>
      ))}
    </Field>
  );
};
