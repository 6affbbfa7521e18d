import { type Viewport, useStoreApi } from '@xyflow/react';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { openingView } from './openingView';
import { useViewportMemory } from './useViewportMemory';

/**
 * What one looked at last, else the whole workflow; undefined until the size of
 * the canvas is known. It is known before anything is drawn, so that a large
 * workflow is drawn once, and at once as far away as it will stay.
 */
export function useOpeningView(
  canvas: RefObject<HTMLElement>,
): Viewport | undefined {
  const { store } = useBuilderEnvironment();
  const view = useStoreApi();
  const { remembered } = useViewportMemory();
  const [opening, setOpening] = useState<Viewport>();
  useLayoutEffect(() => {
    const { clientWidth: width, clientHeight: height } = canvas.current!;
    const { definition } = store.getState().document;
    const { x, y, zoom } =
      remembered() ?? openingView(definition, { width, height });
    // React Flow itself sets it after the first frame.
    view.setState({ transform: [x, y, zoom] });
    setOpening({ x, y, zoom });
    // Only when the canvas appears.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return opening;
}
