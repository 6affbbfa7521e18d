import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  type ActionData,
  type Condition,
  type ConditionData,
  type DelayData,
  type TriggerConfig,
  type WorkflowNode,
  isConditionGroup,
} from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../translation';

type Translate = TranslationFunction<typeof workflowsTranslationRef.T>;

/** One line on what a node does. */
export function useNodeSummary() {
  const { t } = useTranslationRef(workflowsTranslationRef);
  return {
    ofTrigger: (trigger: TriggerConfig) => triggerSummary(trigger, t),
    ofNode: (type: WorkflowNode['type'], data: WorkflowNode['data']) => {
      switch (type) {
        case 'condition':
          return conditionSummary(data as ConditionData, t);
        case 'delay':
          return t('builder.summary.delay', {
            duration: (data as DelayData).duration,
          });
        default:
          return (
            actionSummary(data as ActionData) || t('builder.summary.unset')
          );
      }
    },
  };
}

function triggerSummary(trigger: TriggerConfig, t: Translate) {
  const count = trigger.conditions.length;
  const status = (list?: readonly string[]) =>
    list?.join(', ') || t('builder.summary.anyStatus');
  const start =
    trigger.type === 'state_changed' &&
    (trigger.from?.length || trigger.to?.length)
      ? t('builder.summary.statusFromTo', {
          from: status(trigger.from),
          to: status(trigger.to),
        })
      : t(`builder.summary.${trigger.type}`);
  return count
    ? `${start} · ${t('builder.summary.conditions', { count })}`
    : start;
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

/** The first texts of a config say most: a method and an address, a project. */
function actionSummary({ config }: ActionData) {
  return Object.values(config)
    .filter(value => typeof value === 'string' && value !== '')
    .slice(0, 2)
    .map(value => String(value).replace(/^https?:\/\//, ''))
    .join(' ');
}
