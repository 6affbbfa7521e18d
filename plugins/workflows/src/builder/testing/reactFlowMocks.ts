/**
 * What React Flow measures and jsdom cannot: every element has a size, and
 * whoever watches sizes hears of them once.
 */
export function mockReactFlowMeasures() {
  class FakeResizeObserver implements ResizeObserver {
    constructor(private readonly callback: ResizeObserverCallback) {}
    observe(target: Element) {
      this.callback([{ target } as ResizeObserverEntry], this);
    }
    unobserve() {}
    disconnect() {}
  }
  class FakeMatrix {
    readonly m22: number;
    constructor(transform: string) {
      this.m22 = Number(/scale\(([\d.]+)\)/.exec(transform ?? '')?.[1] ?? 1);
    }
  }
  Object.assign(globalThis, {
    ResizeObserver: FakeResizeObserver,
    DOMMatrixReadOnly: FakeMatrix,
  });
  Object.defineProperties(HTMLElement.prototype, {
    offsetWidth: { configurable: true, get: () => 256 },
    offsetHeight: { configurable: true, get: () => 64 },
  });
  Object.assign(HTMLCanvasElement.prototype, { getContext: () => null });
  Object.assign(SVGElement.prototype, {
    getBBox: () => ({ x: 0, y: 0, width: 0, height: 0 }),
  });
}
