import type { Viewport } from '@xyflow/react';
import { useMemo } from 'react';
import { useBuilderEnvironment } from '../context/BuilderContext';

/** Where one looked last, of each workflow, in this browser. */
export function useViewportMemory() {
  const { id } = useBuilderEnvironment().workflow;
  return useMemo(() => {
    const key = `workflows.builder.viewport.${id}`;
    return {
      remembered: () => parseViewport(read(key)),
      // React Flow goes over all nodes when a handler is another one than before.
      onMoveEnd: (_: unknown, viewport: Viewport) =>
        write(key, JSON.stringify(viewport)),
    };
  }, [id]);
}

function parseViewport(text: string | null): Viewport | undefined {
  try {
    const { x, y, zoom } = JSON.parse(text ?? '{}');
    return [x, y, zoom].every(Number.isFinite) && zoom > 0
      ? { x, y, zoom }
      : undefined;
  } catch {
    return undefined;
  }
}

// A browser may refuse to keep anything; then the whole workflow is shown.
function read(key: string) {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string) {
  try {
    window.localStorage.setItem(key, text);
  } catch {
    // As above.
  }
}
