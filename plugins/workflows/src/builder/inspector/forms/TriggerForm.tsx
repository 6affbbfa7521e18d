import type { JsonObject } from '@backstage/types';
import MenuItem from '@material-ui/core/MenuItem';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DefinitionProblem,
  TriggerConfig,
  TriggerType,
} from 'backstage-plugin-workflows-common';
import { useMemo } from 'react';
import { useTexts } from '../../../texts';
import {
  useBuilderEnvironment,
  useDefinition,
  useEditDefinition,
} from '../../context/BuilderContext';
import { useNodeProblems } from '../../context/ProblemsContext';
import { ConditionRows } from '../conditions/ConditionRows';
import { useConditionFields } from '../conditions/useConditionFields';
import { Section } from '../Section';
import { ConfigForm } from './ConfigForm';
import { placeOfChange } from './placeOfChange';
import { defined } from './defined';
import { Field } from '../fields/Field';
import { ENTITIES_SCHEMA, TRIGGERS, triggerOf } from './triggerSchemas';

const useStyles = makeStyles(theme => ({
  rows: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** What starts a run. It is the definition's own, not the trigger node's. */
export const TriggerForm = ({ id }: { id: string }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { editable } = useBuilderEnvironment();
  const definition = useDefinition();
  const fields = useConditionFields();
  const edit = useEditDefinition();
  const problems = useNodeProblems(id);
  const messages = useMemo(
    () => messagesBelow(problems, 'trigger.'),
    [problems],
  );
  const entityMessages = useMemo(
    () => messagesBelow(problems, 'trigger.entities.'),
    [problems],
  );
  const { trigger } = definition;
  const { type, conditions, entities = {}, ...config } = trigger;
  const { schema } = TRIGGERS.find(candidate => candidate.type === type)!;
  const set = (next: TriggerConfig, place?: string) =>
    edit(
      current => ({ ...current, trigger: defined(next) }),
      place && `trigger ${place}`,
    );
  return (
    <>
      <Section title={t('builder.node.trigger')}>
        <Field
          select
          label={t('builder.trigger.type')}
          helperText={t(`builder.trigger.${type}Help`)}
          value={type}
          onChange={event =>
            set(triggerOf(event.target.value as TriggerType, trigger), 'type')
          }
        >
          {TRIGGERS.map(option => (
            <MenuItem key={option.type} value={option.type}>
              {t(`builder.trigger.${option.type}`)}
            </MenuItem>
          ))}
        </Field>
        <ConfigForm
          key={type}
          id={id}
          schema={schema}
          config={config as JsonObject}
          readonly={!editable}
          literal
          messages={messages}
          onChange={next =>
            set(
              {
                type,
                ...next,
                entities: trigger.entities,
                conditions,
              } as TriggerConfig,
              placeOfChange('settings', config, next),
            )
          }
        />
      </Section>
      <Section title={t('builder.trigger.conditions')}>
        {conditions.length === 0 && (
          <Typography variant="body2" color="textSecondary">
            {t('builder.trigger.noConditions')}
          </Typography>
        )}
        <div data-place="conditions" className={classes.rows}>
          <ConditionRows
            conditions={conditions}
            fields={fields}
            onChange={(next, place) =>
              set(
                { ...trigger, conditions: next },
                place && `conditions ${place}`,
              )
            }
          />
        </div>
      </Section>
      <Section title={t('builder.trigger.entities')}>
        <Typography variant="body2" color="textSecondary">
          {t('builder.trigger.entitiesHelp')}
        </Typography>
        <ConfigForm
          id={`${id}-entities`}
          schema={ENTITIES_SCHEMA}
          config={entities as JsonObject}
          readonly={!editable}
          messages={entityMessages}
          onChange={next => {
            const chosen = defined(next);
            const isAny = Object.keys(chosen).length === 0;
            set(
              { ...trigger, entities: isAny ? undefined : chosen },
              placeOfChange('entities', entities, next),
            );
          }}
        />
      </Section>
    </>
  );
};

function messagesBelow(problems: readonly DefinitionProblem[], prefix: string) {
  return new Map(
    problems
      .filter(({ path }) => path.startsWith(prefix))
      .map(({ path, message }) => [path.slice(prefix.length), message]),
  );
}
