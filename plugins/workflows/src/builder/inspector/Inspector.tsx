import { useTexts } from '../../texts';
import {
  useBuilderEnvironment,
  useDefinition,
} from '../context/BuilderContext';
import { InspectorHeader } from './InspectorHeader';
import { InspectorTheme } from './InspectorTheme';
import { NodeInspector } from './NodeInspector';
import { NoteInspector } from './NoteInspector';
import { WorkflowInspector } from './WorkflowInspector';
import { useInspected } from './useInspected';

/** The form of what is selected: one step, several, or the whole workflow. */
export const Inspector = () => {
  const { t } = useTexts();
  const { editable } = useBuilderEnvironment();
  const selection = useInspected();
  const { nodes, notes = [] } = useDefinition();
  const selected = nodes.filter(node => selection.includes(node.id));
  const selectedNotes = notes.filter(note => selection.includes(note.id));
  const count = selected.length + selectedNotes.length;
  return (
    // One switch for every field in it, ours and the schema's.
    <fieldset
      disabled={!editable}
      style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}
    >
      <InspectorTheme>
        {count === 0 && <WorkflowInspector />}
        {count === 1 && selected.length === 1 && (
          <NodeInspector key={selected[0].id} node={selected[0]} />
        )}
        {count === 1 && selectedNotes.length === 1 && (
          <NoteInspector key={selectedNotes[0].id} note={selectedNotes[0]} />
        )}
        {count > 1 && (
          <InspectorHeader
            kind="workflow"
            title={t('builder.inspector.several', { count })}
            ids={[...selected, ...selectedNotes].map(({ id }) => id)}
          />
        )}
      </InspectorTheme>
    </fieldset>
  );
};
