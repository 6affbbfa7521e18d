import type {
  WorkflowDefinition,
  WorkflowNote,
} from 'backstage-plugin-workflows-common';
import { NOTE_SIZE, snap } from '../geometry';
import { nextNodeId } from '../ids';

/** Adds a note with its top left corner at a place. */
export function addNote(
  definition: WorkflowDefinition,
  options: { position: { x: number; y: number }; text: string },
): { definition: WorkflowDefinition; noteId: string } {
  const noteId = nextNodeId(definition, 'note');
  const { position, text } = options;
  const note: WorkflowNote = {
    id: noteId,
    position: { x: snap(position.x), y: snap(position.y) },
    size: NOTE_SIZE,
    text,
  };
  const notes = [...(definition.notes ?? []), note];
  return { definition: { ...definition, notes }, noteId };
}

/** Changes what a note says, or how large or which colour it is. */
export function updateNote(
  definition: WorkflowDefinition,
  id: string,
  change: Partial<Omit<WorkflowNote, 'id'>>,
): WorkflowDefinition {
  return {
    ...definition,
    notes: definition.notes?.map(note =>
      note.id === id ? { ...note, ...change } : note,
    ),
  };
}
