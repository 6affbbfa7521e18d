import type { JsonObject } from '@backstage/types';
import type {
  ActionDescriptor,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { useCallback } from 'react';
import { type Translate, useTexts } from '../../texts';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { ENTITIES_SCHEMA, TRIGGERS } from './forms/triggerSchemas';
import { countedFromOne, titlesAlong } from './titlesAlong';

/**
 * What a field is called in the inspector, given its path in the workflow, the
 * node or the note; empty for a path that is of no field.
 */
export function useFieldName() {
  const { t } = useTexts();
  const { actions } = useBuilderEnvironment();
  return useCallback(
    (
      area: 'workflow' | 'node' | 'note',
      path: readonly string[],
      node?: WorkflowNode,
    ): string => {
      const keys = [area, ...path];
      const known = keys.findLastIndex((_, last) =>
        Object.hasOwn(FIELDS, keys.slice(0, last + 1).join('.')),
      );
      const place = keys.slice(0, known + 1).join('.');
      const within = keys.slice(known + 1);
      if (known < 0) {
        return '';
      }
      const names = place.endsWith('.conditions')
        ? within.map(key => partOfCondition(key, t))
        : titlesAlong(schemaOf(place, actions, node), within);
      return [
        // Of these, all fields are as good as fields of the step.
        ...(names.length > 0 && SCHEMA_FORMS.includes(place)
          ? []
          : [FIELDS[place](t)]),
        ...names,
      ].join(' › ');
    },
    [t, actions],
  );
}

/** Fields that have a text of their own, by their paths. */
const FIELDS: Record<string, (t: Translate) => string> = {
  'workflow.name': t => t('builder.toolbar.name'),
  'workflow.description': t => t('builder.inspector.description'),
  'workflow.definition.trigger': t => t('builder.node.trigger'),
  'workflow.definition.trigger.type': t => t('builder.trigger.type'),
  'workflow.definition.trigger.conditions': t =>
    t('builder.trigger.conditions'),
  'workflow.definition.trigger.entities': t => t('saving.field.entities'),
  'workflow.definition.settings.timeout': t => t('builder.inspector.timeout'),
  'workflow.definition.settings.concurrency': t =>
    t('builder.inspector.concurrency'),
  'workflow.definition.settings.stopWhenResolved': t =>
    t('builder.inspector.stopWhenResolved'),
  'workflow.definition.settings.once': t => t('saving.field.once'),
  'workflow.definition.settings.once.fields': t =>
    t('builder.inspector.onceFields'),
  'node.data': t => t('builder.inspector.config'),
  'node.data.config': t => t('builder.inspector.config'),
  'node.data.label': t => t('builder.inspector.stepLabel'),
  'node.data.match': t => t('builder.condition.match'),
  'node.data.conditions': t => t('saving.field.conditions'),
  'node.data.duration': t => t('builder.delay.duration'),
  'node.data.recheck': t => t('builder.delay.recheck'),
  'node.data.onError': t => t('builder.reliability.onError'),
  'node.data.retry': t => t('saving.field.retry'),
  'node.data.retry.attempts': t => t('builder.reliability.attempts'),
  'node.data.retry.initialDelay': t => t('builder.reliability.initialDelay'),
  'node.data.retry.maxDelay': t => t('builder.reliability.maxDelay'),
  'node.data.retry.factor': t => t('builder.reliability.factor'),
  'node.data.timeout': t => t('builder.reliability.timeout'),
  'note.text': t => t('builder.note.text'),
  'note.color': t => t('builder.note.color'),
};

/** Forms that are made of a schema. */
const SCHEMA_FORMS = ['node.data.config', 'workflow.definition.trigger'];

function schemaOf(
  place: string,
  actions: readonly ActionDescriptor[],
  node?: WorkflowNode,
): JsonObject {
  switch (place) {
    case 'node.data.config': {
      const type = node?.type === 'action' && node.data.actionType;
      return actions.find(({ id }) => id === type)?.configSchema ?? {};
    }
    case 'workflow.definition.trigger':
      return { anyOf: TRIGGERS.map(({ schema }) => schema) };
    case 'workflow.definition.trigger.entities':
      return ENTITIES_SCHEMA;
    default:
      return {};
  }
}

function partOfCondition(key: string, t: Translate): string {
  switch (key) {
    case 'field':
    case 'operator':
    case 'value':
      return t(`builder.condition.${key}`);
    default:
      return countedFromOne(key);
  }
}
