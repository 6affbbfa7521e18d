import {
  type ActionData,
  type ActionDescriptor,
  type Condition,
  type ConditionData,
  type DelayData,
  type TriggerConfig,
  type WorkflowNode,
  isConditionGroup,
} from 'backstage-plugin-workflows-common';
import { useMemo } from 'react';
import { type Translate, useTexts } from '../../texts';
import { useBuilderEnvironment } from '../context/BuilderContext';

/** One line on what a node does. */
export interface NodeSummary {
  ofTrigger(trigger: TriggerConfig): string;
  ofNode(type: WorkflowNode['type'], data: WorkflowNode['data']): string;
  ofCondition(condition: Condition): string;
}

export function useNodeSummary(): NodeSummary {
  const { t } = useTexts();
  const { actions } = useBuilderEnvironment();
  return useMemo(
    () => ({
      ofTrigger: trigger => triggerSummary(trigger, t),
      ofCondition: condition => leafSummary(condition, t),
      ofNode: (type, data) => {
        switch (type) {
          case 'condition':
            return conditionSummary(data as ConditionData, t);
          case 'delay':
            return t('builder.summary.delay', {
              duration: (data as DelayData).duration,
            });
          default: {
            const action = actions.find(
              ({ id }) => id === (data as ActionData).actionType,
            );
            return (
              actionSummary(data as ActionData, action) ||
              t('builder.summary.unset')
            );
          }
        }
      },
    }),
    [actions, t],
  );
}

function triggerSummary(trigger: TriggerConfig, t: Translate) {
  const count = trigger.conditions.length;
  const start = triggerStart(trigger, t);
  return count
    ? `${start} · ${t('builder.summary.conditions', { count })}`
    : start;
}

function triggerStart(trigger: TriggerConfig, t: Translate) {
  const any = (list?: readonly string[]) =>
    list?.join(', ') || t('builder.summary.anyValue');
  switch (trigger.type) {
    case 'state_changed':
      return trigger.from?.length || trigger.to?.length
        ? t('builder.summary.statusFromTo', {
            from: any(trigger.from),
            to: any(trigger.to),
          })
        : t('builder.summary.state_changed');
    case 'incident_updated':
      return trigger.changed?.length
        ? t('builder.summary.fieldsChange', {
            fields: trigger.changed.join(', '),
          })
        : t('builder.summary.incident_updated');
    case 'age':
      return t(`builder.summary.age.${trigger.state}`, {
        duration: trigger.longerThan,
      });
    default:
      return t(`builder.summary.${trigger.type}`);
  }
}

function conditionSummary({ match, conditions }: ConditionData, t: Translate) {
  if (conditions.length === 0) {
    return t('builder.summary.noConditions');
  }
  if (conditions.length > 1) {
    return t(`builder.summary.${match}`, { number: String(conditions.length) });
  }
  const condition = leafSummary(conditions[0], t);
  return match === 'none' ? t('builder.summary.not', { condition }) : condition;
}

function leafSummary(condition: Condition, t: Translate): string {
  if (isConditionGroup(condition)) {
    return conditionSummary(condition, t);
  }
  const { field, operator = 'equals', value } = condition;
  const shown = Array.isArray(value) ? value.join(', ') : value ?? '';
  return `${field} ${t(`builder.condition.operators.${operator}`)} ${
    typeof shown === 'object' ? JSON.stringify(shown) : shown
  }`.trim();
}

/**
 * The first texts of a config, in the order of its schema, say most: a method
 * and an address, a project and a title.
 */
function actionSummary({ config }: ActionData, action?: ActionDescriptor) {
  const values = config as Record<string, unknown>;
  const names = new Set([
    ...Object.keys(action?.configSchema.properties ?? {}),
    ...Object.keys(values),
  ]);
  return [...names]
    .map(name => values[name])
    .filter(value => typeof value === 'string' && value !== '')
    .slice(0, 2)
    .map(value => String(value).replace(/^https?:\/\//, ''))
    .join(' ');
}
