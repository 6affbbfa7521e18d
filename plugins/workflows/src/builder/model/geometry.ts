/** Places and sizes are in canvas units, which are pixels at a zoom of 1. */
export const GRID = 16;
export const NODE_WIDTH = 256;
export const NODE_HEIGHT = 64;
/** Room between two ranks, enough for a branch's label. */
export const RANK_GAP = 64;
export const NODE_GAP = 64;
/** How large the dots are at which connections begin and end. */
export const HANDLE_SIZE = 12;
/** How large a new note is. */
export const NOTE_SIZE = { width: 256, height: 128 };

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a step or a note takes up. */
export function boxOf(item: {
  position: { x: number; y: number };
  size?: { width: number; height: number };
}): Box {
  const { width, height } = item.size ?? {
    width: NODE_WIDTH,
    height: NODE_HEIGHT,
  };
  return { ...item.position, width, height };
}

/** Whether there is less than a gap between two boxes. */
export function overlap(a: Box, b: Box, gap: number = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

/** The smallest box around all of them. */
export function boundsOf(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function snap(value: number) {
  // Not -0, which JSON would not keep.
  return Math.round(value / GRID) * GRID + 0;
}
