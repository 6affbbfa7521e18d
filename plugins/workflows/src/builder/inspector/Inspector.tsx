import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workflowsTranslationRef } from '../../translation';
import {
  useBuilder,
  useBuilderEnvironment,
  useDefinition,
} from '../context/BuilderContext';
import { InspectorHeader } from './InspectorHeader';
import { InspectorTheme } from './InspectorTheme';
import { NodeInspector } from './NodeInspector';
import { WorkflowInspector } from './WorkflowInspector';

/** The form of what is selected: one step, several, or the whole workflow. */
export const Inspector = ({ className }: { className: string }) => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { editable } = useBuilderEnvironment();
  const selection = useBuilder(state => state.selection);
  const { nodes } = useDefinition();
  const selected = nodes.filter(node => selection.includes(node.id));
  return (
    <aside className={className} aria-label={t('builder.inspector.label')}>
      {/* One switch for every field in it, ours and the schema's. */}
      <fieldset
        disabled={!editable}
        style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}
      >
        <InspectorTheme>
          {selected.length === 0 && <WorkflowInspector />}
          {selected.length === 1 && (
            <NodeInspector key={selected[0].id} node={selected[0]} />
          )}
          {selected.length > 1 && (
            <InspectorHeader
              kind="workflow"
              title={t('builder.inspector.several', { count: selected.length })}
              removable={selected.map(node => node.id)}
            />
          )}
        </InspectorTheme>
      </fieldset>
    </aside>
  );
};
