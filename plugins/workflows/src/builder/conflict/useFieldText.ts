import type {
  ActionDescriptor,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { useCallback } from 'react';
import { type Translate, useTexts } from '../../texts';
import { useBuilderEnvironment } from '../context/BuilderContext';
import type { Place } from './model/Difference';

/** What a field is called in the inspector; fields without a name there keep their own. */
export function useFieldText() {
  const { t } = useTexts();
  const { actions } = useBuilderEnvironment();
  return useCallback(
    ({ kind, path }: Place, node?: WorkflowNode): string => {
      if (kind === 'edges') {
        return edgeField(path[0], t);
      }
      if (path.length === 0) {
        return t(`saving.field.${kind === 'note' ? 'note' : 'step'}`);
      }
      const name = path[path.length - 1];
      return path[1] === 'config' && path.length === 3
        ? configField(name, actions, node)
        : FIELDS[`${kind}.${path.join('.')}`]?.(t) ?? name;
    },
    [t, actions],
  );
}

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

function edgeField(wayOut: string | undefined, t: Translate) {
  switch (wayOut) {
    case 'true':
      return t('builder.inspector.nextTrue');
    case 'false':
      return t('builder.inspector.nextFalse');
    default:
      return t('builder.inspector.nextStep');
  }
}

function configField(
  name: string,
  actions: readonly ActionDescriptor[],
  node?: WorkflowNode,
): string {
  const type = node?.type === 'action' ? node.data.actionType : undefined;
  const schema = actions.find(({ id }) => id === type)?.configSchema;
  const properties = schema?.properties as
    | Record<string, { title?: string }>
    | undefined;
  return properties?.[name]?.title ?? name;
}
