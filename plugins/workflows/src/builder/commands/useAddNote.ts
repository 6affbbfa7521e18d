import { useCallback } from 'react';
import { useReveal } from '../canvas/useReveal';
import { useViewCentre } from '../canvas/useViewCentre';
import {
  useBuilderEnvironment,
  useEditDefinition,
} from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';
import { NODE_GAP, NODE_WIDTH, NOTE_SIZE } from '../model/geometry';
import { addNote } from '../model/operations/notes';
import { useSaid } from './useSaid';

/** Adds a note at a place, beside the selected step, or in the middle, and opens it. */
export function useAddNote() {
  const { store } = useBuilderEnvironment();
  const ui = useUiStore();
  const edit = useEditDefinition();
  const reveal = useReveal();
  const centre = useViewCentre();
  const { t, say } = useSaid();
  return useCallback(
    (at?: { x: number; y: number }) => {
      const { selection, document } = store.getState();
      const beside = document.definition.nodes.find(
        ({ id }) => selection.length === 1 && id === selection[0],
      )?.position;
      const middle = centre();
      const position =
        at ??
        (beside
          ? { x: beside.x + NODE_WIDTH + NODE_GAP, y: beside.y }
          : {
              x: middle.x - NOTE_SIZE.width / 2,
              y: middle.y - NOTE_SIZE.height / 2,
            });
      let noteId = '';
      edit(definition => {
        const added = addNote(definition, { position, text: '' });
        noteId = added.noteId;
        return added.definition;
      });
      reveal(noteId);
      ui.setState({ renaming: noteId });
      say(t('builder.said.added', { name: t('builder.node.note') }));
    },
    [store, ui, edit, reveal, centre, t, say],
  );
}
