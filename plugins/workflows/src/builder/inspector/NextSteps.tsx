import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../translation';
import { useNodeTitle } from '../canvas/useNodeText';
import { useConnectSteps } from '../commands/useConnectSteps';
import { useDefinition } from '../context/BuilderContext';
import { targetsOf } from '../model/operations/setWayOut';
import { edgeBy, waysOut } from '../model/waysOut';
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
  const { t } = useTranslationRef(workflowsTranslationRef);
  const definition = useDefinition();
  const connectSteps = useConnectSteps();
  const titleOf = useNodeTitle();
  return (
    <Section title={t('builder.inspector.next')}>
      {waysOut(node).map((sourceHandle, index) => {
        const end = { source: node.id, sourceHandle };
        return (
          <Field
            key={sourceHandle ?? ''}
            select
            autoFocus={autoFocus && index === 0}
            label={t(
              sourceHandle
                ? LABELS[sourceHandle]
                : 'builder.inspector.nextStep',
            )}
            value={edgeBy(definition, node.id, sourceHandle)?.target ?? ''}
            InputLabelProps={{ shrink: true }}
            SelectProps={{ displayEmpty: true }}
            onChange={event => {
              const target = event.target.value || undefined;
              connectSteps({ ...end, target });
            }}
          >
            <MenuItem value="">{t('builder.inspector.nowhere')}</MenuItem>
            {targetsOf(definition, end).map(target => (
              <MenuItem key={target.id} value={target.id}>
                {titleOf(target)} ({target.id})
              </MenuItem>
            ))}
          </Field>
        );
      })}
    </Section>
  );
};
