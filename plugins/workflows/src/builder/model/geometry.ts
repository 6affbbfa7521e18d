/** Places and sizes are in canvas units, which are pixels at a zoom of 1. */
export const GRID = 16;
export const NODE_WIDTH = 256;
export const NODE_HEIGHT = 64;
/** Room between two ranks, enough for a branch's label. */
export const RANK_GAP = 64;
export const NODE_GAP = 64;
/** How large a new note is. */
export const NOTE_SIZE = { width: 256, height: 128 };

export function snap(value: number) {
  // Not -0, which JSON would not keep.
  return Math.round(value / GRID) * GRID + 0;
}
