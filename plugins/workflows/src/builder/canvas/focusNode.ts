/** A new node is drawn, and can be focused, only some frames after it was added. */
const FRAMES = 60;

/** Puts the keyboard's focus on a node of the canvas. */
export function focusNode(id: string) {
  let left = FRAMES;
  const attempt = () => {
    const node = document.querySelector<HTMLElement>(
      `.react-flow__node[data-id="${id}"]`,
    );
    node?.focus({ preventScroll: true });
    if (document.activeElement !== node && left > 0) {
      left -= 1;
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
