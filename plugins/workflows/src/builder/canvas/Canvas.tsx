import { useRef } from 'react';
import { useClipboardKeys } from '../keyboard/useClipboardKeys';
import { REGION } from '../keyboard/regions';
import { StepPicker } from '../picker/StepPicker';
import { Drawing } from './Drawing';
import { NodeLookProvider } from './nodes/NodeLookContext';
import { StepSymbols } from './nodes/StepSymbols';
import { useCanvasStyles } from './useCanvasStyles';
import { useOpeningView } from './useOpeningView';

/** The place of the drawing, which begins once its size is known. */
export const Canvas = () => {
  const classes = useCanvasStyles();
  const root = useRef<HTMLDivElement>(null);
  const view = useOpeningView(root);
  useClipboardKeys();
  return (
    <div ref={root} className={classes.root} {...{ [REGION]: 'canvas' }}>
      <StepSymbols />
      {view && (
        <NodeLookProvider>
          <Drawing view={view} />
        </NodeLookProvider>
      )}
      <StepPicker />
    </div>
  );
};
