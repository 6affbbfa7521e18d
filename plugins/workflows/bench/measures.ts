/** What the bench asks of either page. */
export interface Measures {
  /** Opens a drawing of so many nodes; milliseconds until they are painted. */
  open(count: number): Promise<number>;
  /** Frames a second while a node is dragged. */
  drag(frames: number): Promise<number>;
  /** Frames a second while the canvas is moved. */
  pan(frames: number): Promise<number>;
}

declare global {
  interface Window {
    measures: Measures;
  }
}

const frame = () => new Promise(resolve => requestAnimationFrame(resolve));

/** The same code measures both pages. */
export function installMeasures(show: (count: number) => void) {
  window.measures = {
    async open(count) {
      const start = performance.now();
      show(count);
      while (!isDrawn(count)) {
        if (performance.now() - start > 60_000) {
          throw new Error(`${count} nodes are not drawn after a minute`);
        }
        await frame();
      }
      // Drawn, and then painted.
      await frame();
      return performance.now() - start;
    },
    async drag(frames) {
      return swing(middleNode(), frames);
    },
    pan: frames =>
      swing(document.querySelector('.react-flow__pane')!, frames, {
        x: 8,
        y: 8,
      }),
  };
}

/** The node nearest to the middle of the canvas: at its edge a drag moves the canvas as well. */
function middleNode(): Element {
  const middle = centreOf(document.querySelector('.react-flow')!);
  const distance = (node: Element) => {
    const { x, y } = centreOf(node);
    return Math.hypot(x - middle.x, y - middle.y);
  };
  return [...document.querySelectorAll('.react-flow__node')].reduce(
    (nearest, node) => (distance(node) < distance(nearest) ? node : nearest),
  );
}

function centreOf(element: Element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function isDrawn(count: number) {
  const nodes = document.querySelectorAll<HTMLElement>('.react-flow__node');
  const edges = document.querySelectorAll('.react-flow__edge');
  return (
    nodes.length >= count &&
    edges.length >= count - 1 &&
    nodes[count - 1].style.visibility !== 'hidden'
  );
}

/** Moves the pressed mouse back and forth, once a frame. */
async function swing(
  target: Element,
  frames: number,
  at?: { x: number; y: number },
) {
  const box = target.getBoundingClientRect();
  const x = at ? box.left + at.x : box.left + box.width / 2;
  const y = at ? box.top + at.y : box.top + box.height / 2;
  const fire = (type: string, element: EventTarget, by: number) =>
    element.dispatchEvent(
      new MouseEvent(type, {
        bubbles: true,
        cancelable: true,
        view: window,
        clientX: x + by,
        clientY: y + by / 2,
        buttons: 1,
      }),
    );
  fire('mousedown', target, 0);
  fire('mousemove', window, 8);
  await frame();
  const start = performance.now();
  for (let i = 0; i < frames; i++) {
    fire('mousemove', window, 120 * Math.sin(i / 8));
    await frame();
  }
  const seconds = (performance.now() - start) / 1_000;
  fire('mouseup', window, 0);
  await frame();
  return frames / seconds;
}
