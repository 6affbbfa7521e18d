import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../translation';
import { useNodeTitle } from '../canvas/useNodeText';
import { useDefinition, useEditDefinition } from '../context/BuilderContext';
import { setWayOut, targetsOf } from '../model/operations/setWayOut';
import { edgeBy, waysOut } from '../model/waysOut';
import { Section } from './Section';
import { Field } from './fields/Field';

const LABELS = {
  true: 'builder.inspector.nextTrue',
  false: 'builder.inspector.nextFalse',
} as const;

/** Connections without a mouse: where each way out of a step leads. */
export const NextSteps = ({ node }: { node: WorkflowNode }) => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const definition = useDefinition();
  const edit = useEditDefinition();
  const titleOf = useNodeTitle();
  return (
    <Section title={t('builder.inspector.next')}>
      {waysOut(node).map(sourceHandle => {
        const end = { source: node.id, sourceHandle };
        return (
          <Field
            key={sourceHandle ?? ''}
            select
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
              edit(current => setWayOut(current, { ...end, target }));
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
