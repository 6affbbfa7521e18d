import type {
  ActionData,
  ConditionData,
  DelayData,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { useNodeTitle } from '../canvas/useNodeText';
import { useEditDefinition } from '../context/BuilderContext';
import { updateNode } from '../model/operations/updateNode';
import { InspectorHeader } from './InspectorHeader';
import { NextSteps } from './NextSteps';
import { Section } from './Section';
import { ActionForm } from './forms/ActionForm';
import { ConditionForm } from './forms/ConditionForm';
import { DelayForm } from './forms/DelayForm';
import { TriggerForm } from './forms/TriggerForm';
import { defined } from './forms/defined';
import { Field } from './fields/Field';

/** Everything about one step. */
export const NodeInspector = ({ node }: { node: WorkflowNode }) => {
  const { t } = useTexts();
  const titleOf = useNodeTitle();
  const edit = useEditDefinition();
  const { id, type, data } = node;
  const onChange = (next: WorkflowNode['data'], place?: string) =>
    edit(
      definition => updateNode(definition, id, defined(next)),
      place && `${id} ${place}`,
    );
  return (
    <>
      <InspectorHeader
        kind={type === 'action' ? node.data.actionType : type}
        title={titleOf(node)}
        help={
          type === 'action'
            ? t('builder.inspector.reference', { id })
            : undefined
        }
        ids={type === 'trigger' ? [] : [id]}
      />
      {type === 'trigger' && <TriggerForm id={id} />}
      {type === 'action' && (
        <ActionForm id={id} data={data as ActionData} onChange={onChange} />
      )}
      {type === 'condition' && (
        <ConditionForm
          id={id}
          data={data as ConditionData}
          onChange={onChange}
        />
      )}
      {type === 'delay' && (
        <DelayForm id={id} data={data as DelayData} onChange={onChange} />
      )}
      <NextSteps node={node} />
      <Section title={t('builder.inspector.onCanvas')}>
        <Field
          label={t('builder.inspector.stepLabel')}
          helperText={t('builder.inspector.stepLabelHelp')}
          inputProps={{ maxLength: 120 }}
          value={data.label ?? ''}
          onChange={event =>
            onChange(
              { ...data, label: event.target.value || undefined },
              'label',
            )
          }
        />
      </Section>
    </>
  );
};
