import '@xyflow/react/dist/style.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@material-ui/core/styles';
import {
  Background,
  BackgroundVariant,
  Controls,
  MarkerType,
  ReactFlow,
} from '@xyflow/react';
import { workflowsTranslationRef } from '../../translation';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useCanvasKeys } from '../keyboard/useCanvasKeys';
import { useClipboardKeys } from '../keyboard/useClipboardKeys';
import { REGION } from '../keyboard/regions';
import { GRID } from '../model/geometry';
import { StepPicker } from '../picker/StepPicker';
import { ConnectionHint } from './ConnectionHint';
import { Overview } from './Overview';
import { edgeTypes } from './edges/StepEdge';
import { NodeLookProvider } from './nodes/NodeLookContext';
import { StepSymbols } from './nodes/StepSymbols';
import { nodeTypes } from './nodes/nodeTypes';
import { useAriaLabels } from './useAriaLabels';
import { useCanvasFocus } from './useCanvasFocus';
import { useCanvasStyles } from './useCanvasStyles';
import { useClicks } from './useClicks';
import { useConnecting } from './useConnecting';
import { useDropItem } from './useDropItem';
import { useDropStep } from './useDropStep';
import { useFlow } from './useFlow';
import { FIT, useOpeningView } from './useOpeningView';
import { useViewportMemory } from './useViewportMemory';

const SNAP: [number, number] = [GRID, GRID];
const EDGE_OPTIONS = {
  markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
};

/** The drawing itself. */
export const Canvas = () => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { editable } = useBuilderEnvironment();
  const theme = useTheme();
  const classes = useCanvasStyles();
  const { onMoveEnd } = useViewportMemory();
  useOpeningView();
  useClipboardKeys();
  return (
    <div className={classes.root} {...{ [REGION]: 'canvas' }}>
      <StepSymbols />
      <NodeLookProvider>
        <ReactFlow
          className={classes.canvas}
          aria-label={t('builder.canvas.label')}
          aria-description={t('builder.canvas.help')}
          ariaLabelConfig={useAriaLabels()}
          colorMode={theme.palette.type}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          defaultEdgeOptions={EDGE_OPTIONS}
          {...useFlow()}
          {...useDropItem()}
          {...useDropStep()}
          {...useConnecting()}
          {...useClicks()}
          {...useCanvasFocus()}
          onKeyDown={useCanvasKeys()}
          onMoveEnd={onMoveEnd}
          nodesDraggable={editable}
          nodesConnectable={editable}
          nodesFocusable={false}
          edgesFocusable={false}
          // The keys are ours: see `useCanvasKeys`.
          disableKeyboardA11y
          deleteKeyCode={null}
          zoomOnDoubleClick={false}
          connectionRadius={32}
          snapToGrid
          snapGrid={SNAP}
          minZoom={0.1}
        >
          <Background variant={BackgroundVariant.Dots} gap={GRID} />
          <Controls fitViewOptions={FIT} showInteractive={false} />
          <Overview />
          <ConnectionHint />
        </ReactFlow>
      </NodeLookProvider>
      <StepPicker />
    </div>
  );
};
