import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { FIT } from '../canvas/openingView';
import { useEditDefinition } from '../context/BuilderContext';
import { layout } from '../model/layout';
import { useSaid } from './useSaid';

const SMOOTH = { duration: 200 };

/** How one looks at the canvas, and putting it in order. */
export function useViewCommands() {
  const flow = useReactFlow();
  const edit = useEditDefinition();
  const { t, say } = useSaid();
  return useMemo(
    () => ({
      fit: () => flow.fitView({ ...FIT, ...SMOOTH }),
      resetZoom: () => flow.zoomTo(1, SMOOTH),
      zoomIn: () => flow.zoomIn(SMOOTH),
      zoomOut: () => flow.zoomOut(SMOOTH),
      arrange() {
        edit(layout);
        say(t('builder.said.arranged'));
        // The canvas has to hear of the new places first.
        requestAnimationFrame(() => flow.fitView({ ...FIT, ...SMOOTH }));
      },
    }),
    [flow, edit, t, say],
  );
}
