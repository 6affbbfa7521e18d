/**
 * Every key of the builder. What the keyboard does and what `?` lists come from
 * here. `Mod` is Ctrl, or Cmd on a Mac.
 */
export const SHORTCUTS = [
  { id: 'addStep', group: 'adding', keys: ['Tab'], edits: true },
  { id: 'addNote', group: 'adding', keys: ['N'], edits: true },
  { id: 'connect', group: 'adding', keys: ['C'], edits: true },
  { id: 'up', group: 'moving', keys: ['ArrowUp'] },
  { id: 'down', group: 'moving', keys: ['ArrowDown'] },
  { id: 'left', group: 'moving', keys: ['ArrowLeft'] },
  { id: 'right', group: 'moving', keys: ['ArrowRight'] },
  { id: 'selectUp', group: 'selecting', keys: ['Shift+ArrowUp'] },
  { id: 'selectDown', group: 'selecting', keys: ['Shift+ArrowDown'] },
  { id: 'selectAll', group: 'selecting', keys: ['Mod+A'] },
  { id: 'clear', group: 'selecting', keys: ['Escape'] },
  { id: 'open', group: 'editing', keys: ['Enter'] },
  { id: 'rename', group: 'editing', keys: ['F2'], edits: true },
  {
    id: 'remove',
    group: 'editing',
    keys: ['Delete', 'Backspace'],
    edits: true,
  },
  { id: 'duplicate', group: 'editing', keys: ['D', 'Mod+D'], edits: true },
  { id: 'moveUp', group: 'editing', keys: ['Mod+ArrowUp'], edits: true },
  { id: 'moveDown', group: 'editing', keys: ['Mod+ArrowDown'], edits: true },
  { id: 'moveLeft', group: 'editing', keys: ['Mod+ArrowLeft'], edits: true },
  { id: 'moveRight', group: 'editing', keys: ['Mod+ArrowRight'], edits: true },
  { id: 'arrange', group: 'viewing', keys: ['L'], edits: true },
  { id: 'fit', group: 'viewing', keys: ['1'] },
  { id: 'resetZoom', group: 'viewing', keys: ['0'] },
  { id: 'zoomIn', group: 'viewing', keys: ['+', '='] },
  { id: 'zoomOut', group: 'viewing', keys: ['-'] },
] as const;

export type CanvasCommand = (typeof SHORTCUTS)[number]['id'];

/** The keys that work wherever the focus is, fields included. */
export const GLOBAL_SHORTCUTS = [
  { id: 'save', keys: ['Mod+S'], edits: true },
  { id: 'undo', keys: ['Mod+Z'], edits: true },
  { id: 'redo', keys: ['Mod+Shift+Z', 'Mod+Y'], edits: true },
  { id: 'nextRegion', keys: ['F6'] },
  { id: 'previousRegion', keys: ['Shift+F6'] },
  { id: 'help', keys: ['?'] },
] as const;

export type GlobalCommand = (typeof GLOBAL_SHORTCUTS)[number]['id'];

/** Keys that the browser or the canvas itself listens to, listed all the same. */
export const OTHER_SHORTCUTS = [
  { id: 'copy', keys: ['Mod+C'] },
  { id: 'cut', keys: ['Mod+X'] },
  { id: 'paste', keys: ['Mod+V'] },
  { id: 'pan', keys: ['Space'] },
  { id: 'box', keys: ['Shift'] },
] as const;

interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** A key press as it is written above. Shift counts for letters and named keys only. */
export function keyOf(event: KeyPress): string {
  const { key } = event;
  const isLetter = /^[a-z]$/i.test(key);
  return [
    (event.ctrlKey || event.metaKey) && 'Mod',
    event.altKey && 'Alt',
    event.shiftKey && (isLetter || key.length > 1) && 'Shift',
    isLetter ? key.toUpperCase() : key,
  ]
    .filter(Boolean)
    .join('+');
}

/** What a key press asks for. */
export function commandFor<Id extends string>(
  shortcuts: ReadonlyArray<{
    id: Id;
    keys: readonly string[];
    edits?: boolean;
  }>,
  event: KeyPress,
  editable: boolean,
): Id | undefined {
  const key = keyOf(event);
  const found = shortcuts.find(({ keys }) => keys.includes(key));
  return found && (editable || !found.edits) ? found.id : undefined;
}
