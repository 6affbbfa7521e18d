/**
 * A new node is drawn, and can be focused, only some frames after it was added;
 * on a busy machine those take seconds.
 */
const PATIENCE_MS = 10_000;

/** Puts the keyboard's focus on a node of the canvas, unless it went elsewhere meanwhile. */
export function focusNode(id: string) {
  const from = document.activeElement;
  const start = performance.now();
  const attempt = () => {
    const { activeElement } = document;
    if (activeElement !== from && activeElement !== document.body) {
      return;
    }
    const node = document.querySelector<HTMLElement>(
      `.react-flow__node[data-id="${id}"]`,
    );
    node?.focus({ preventScroll: true });
    if (
      document.activeElement !== node &&
      performance.now() - start < PATIENCE_MS
    ) {
      requestAnimationFrame(attempt);
    }
  };
  attempt();
}

/** Puts the focus on the canvas itself, for when there is no node to put it on. */
export function focusCanvas() {
  document
    .querySelector<HTMLElement>('.react-flow')
    ?.focus({ preventScroll: true });
}
