import type {
  ActionDescriptor,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { useCallback } from 'react';
import { type Translate, useTexts } from '../../texts';
import { useBuilderEnvironment } from '../context/BuilderContext';

/**
 * What a field is called in the inspector, given its path in the workflow, the
 * node or the note. What stands within a field without a form of its own is told
 * by its keys.
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
      for (let known = path.length; known > 0; known -= 1) {
        const name =
          FIELDS[[area, ...path.slice(0, known)].join('.')]?.(t) ??
          configField(path.slice(0, known), actions, node);
        if (name) {
          const within = path
            .slice(known)
            .map(key => CONDITION[key]?.(t) ?? countedFromOne(key));
          return [name, ...within].join(' › ');
        }
      }
      return path.join(' › ');
    },
    [t, actions],
  );
}

function countedFromOne(key: string) {
  return /^\d+$/.test(key) ? String(Number(key) + 1) : key;
}

/** The parts of a condition. */
const CONDITION: Record<string, (t: Translate) => string> = {
  field: t => t('builder.condition.field'),
  operator: t => t('builder.condition.operator'),
  value: t => t('builder.condition.value'),
};

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
  'node.data': t => t('builder.inspector.config'),
  'node.data.label': t => t('builder.inspector.stepLabel'),
  'node.data.match': t => t('builder.condition.match'),
  'node.data.conditions': t => t('saving.field.conditions'),
  'node.data.duration': t => t('builder.delay.duration'),
  'node.data.recheck': t => t('builder.delay.recheck'),
  'node.data.onError': t => t('builder.reliability.onError'),
  'node.data.retry': t => t('saving.field.retry'),
  'node.data.timeout': t => t('builder.reliability.timeout'),
  'note.text': t => t('builder.note.text'),
  'note.color': t => t('builder.note.color'),
};

/** The title of a field of an action's config, from its schema. */
function configField(
  path: readonly string[],
  actions: readonly ActionDescriptor[],
  node?: WorkflowNode,
): string | undefined {
  if (path.length !== 3 || path[1] !== 'config' || node?.type !== 'action') {
    return undefined;
  }
  const name = path[2];
  const schema = actions.find(
    ({ id }) => id === node.data.actionType,
  )?.configSchema;
  const properties = schema?.properties as
    | Record<string, { title?: string }>
    | undefined;
  return properties?.[name]?.title ?? name;
}
