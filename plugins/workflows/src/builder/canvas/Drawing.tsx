import '@xyflow/react/dist/style.css';
import { useTheme } from '@material-ui/core/styles';
import {
  Background,
  BackgroundVariant,
  Controls,
  MarkerType,
  ReactFlow,
  type Viewport,
} from '@xyflow/react';
import { useTexts } from '../../texts';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useCanvasKeys } from '../keyboard/useCanvasKeys';
import { GRID } from '../model/geometry';
import { ConnectionHint } from './ConnectionHint';
import { Overview } from './Overview';
import { edgeTypes } from './edges/StepEdge';
import { useNodeLook } from './nodes/NodeLookContext';
import { nodeTypes } from './nodes/nodeTypes';
import { FIT, MIN_ZOOM } from './openingView';
import { useAriaLabels } from './useAriaLabels';
import { useCanvasFocus } from './useCanvasFocus';
import { useCanvasStyles } from './useCanvasStyles';
import { useClicks } from './useClicks';
import { useConnecting } from './useConnecting';
import { useDropItem } from './useDropItem';
import { useDropStep } from './useDropStep';
import { useFlow } from './useFlow';
import { useViewportMemory } from './useViewportMemory';

const SNAP: [number, number] = [GRID, GRID];
const EDGE_OPTIONS = {
  markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
};

/** The drawing itself, which begins with that view. */
export const Drawing = ({ view }: { view: Viewport }) => {
  const { t } = useTexts();
  const { editable } = useBuilderEnvironment();
  const theme = useTheme();
  const classes = useCanvasStyles();
  const { onMoveEnd } = useViewportMemory();
  const { isFar } = useNodeLook();
  return (
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
      minZoom={MIN_ZOOM}
      defaultViewport={view}
    >
      {/* From afar they are closer than pixels. */}
      {!isFar && <Background variant={BackgroundVariant.Dots} gap={GRID} />}
      <Controls fitViewOptions={FIT} showInteractive={false} />
      <Overview />
      <ConnectionHint />
    </ReactFlow>
  );
};
