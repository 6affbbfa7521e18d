import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import Typography from '@material-ui/core/Typography';
import type {
  TriggerConfig,
  TriggerType,
} from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../../translation';
import { useDefinition, useEditDefinition } from '../../context/BuilderContext';
import { ConditionRows } from '../conditions/ConditionRows';
import { fieldSuggestions } from '../conditions/fieldSuggestions';
import { StatusesField } from '../fields/StatusesField';
import { Section } from '../Section';
import { defined } from './defined';
import { Field } from '../fields/Field';

const TYPES: TriggerType[] = ['incident_created', 'state_changed'];

/** What starts a run. It is the definition's own, not the trigger node's. */
export const TriggerForm = () => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const definition = useDefinition();
  const edit = useEditDefinition();
  const { trigger } = definition;
  const set = (next: TriggerConfig, place: string) =>
    edit(
      current => ({ ...current, trigger: defined(next) }),
      `trigger ${place}`,
    );
  return (
    <>
      <Section title={t('builder.node.trigger')}>
        <Field
          select
          label={t('builder.trigger.type')}
          helperText={t(`builder.trigger.${trigger.type}Help`)}
          value={trigger.type}
          onChange={event =>
            set(
              {
                type: event.target.value as TriggerType,
                conditions: trigger.conditions,
              },
              'type',
            )
          }
        >
          {TYPES.map(type => (
            <MenuItem key={type} value={type}>
              {t(`builder.trigger.${type}`)}
            </MenuItem>
          ))}
        </Field>
        {trigger.type === 'state_changed' &&
          (['from', 'to'] as const).map(end => (
            <StatusesField
              key={end}
              label={t(`builder.trigger.${end}`)}
              value={trigger[end]}
              onChange={statuses => set({ ...trigger, [end]: statuses }, end)}
            />
          ))}
      </Section>
      <Section title={t('builder.trigger.conditions')}>
        {trigger.conditions.length === 0 && (
          <Typography variant="body2" color="textSecondary">
            {t('builder.trigger.noConditions')}
          </Typography>
        )}
        <ConditionRows
          conditions={trigger.conditions}
          fields={fieldSuggestions(definition, false)}
          onChange={conditions => set({ ...trigger, conditions }, 'conditions')}
        />
      </Section>
    </>
  );
};
