import '@xyflow/react/dist/style.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTheme } from '@material-ui/core/styles';
import {
  Background,
  BackgroundVariant,
  Controls,
  MarkerType,
  MiniMap,
  ReactFlow,
} from '@xyflow/react';
import { workflowsTranslationRef } from '../../translation';
import {
  useBuilderEnvironment,
  useEditDefinition,
} from '../context/BuilderContext';
import { canConnect } from '../model/canConnect';
import { GRID } from '../model/geometry';
import { connect } from '../model/operations/connect';
import { remove } from '../model/operations/remove';
import type { WayOut } from '../model/waysOut';
import { ConnectionHint } from './ConnectionHint';
import { nodeTypes } from './nodes/nodeTypes';
import { useAriaLabels } from './useAriaLabels';
import { useCanvasStyles } from './useCanvasStyles';
import { useDropNode } from './useDropNode';
import { useFlow } from './useFlow';
import { FIT, useOpeningView } from './useOpeningView';

const SNAP: [number, number] = [GRID, GRID];
const EDGE_OPTIONS = {
  type: 'smoothstep',
  markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
};
const MINIMAP = { width: 144, height: 96 };
const DELETE_KEYS = ['Delete', 'Backspace'];

const ours = (connection: {
  source: string;
  target: string;
  sourceHandle?: string | null;
}) => ({
  source: connection.source,
  target: connection.target,
  sourceHandle: (connection.sourceHandle ?? undefined) as WayOut,
});

/** The drawing itself. */
export const Canvas = () => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { store, editable } = useBuilderEnvironment();
  const edit = useEditDefinition();
  const theme = useTheme();
  const classes = useCanvasStyles();
  useOpeningView();
  return (
    <ReactFlow
      className={classes.canvas}
      aria-label={t('builder.canvas.label')}
      ariaLabelConfig={useAriaLabels()}
      colorMode={theme.palette.type}
      nodeTypes={nodeTypes}
      defaultEdgeOptions={EDGE_OPTIONS}
      {...useFlow()}
      {...useDropNode()}
      isValidConnection={connection =>
        canConnect(store.getState().document.definition, ours(connection))
      }
      onConnect={connection =>
        edit(definition => connect(definition, ours(connection)))
      }
      onDelete={({ nodes, edges }) =>
        edit(definition =>
          remove(definition, {
            nodes: nodes.map(node => node.id),
            edges: edges.map(edge => edge.id),
          }),
        )
      }
      nodesDraggable={editable}
      nodesConnectable={editable}
      deleteKeyCode={editable ? DELETE_KEYS : null}
      connectionRadius={32}
      snapToGrid
      snapGrid={SNAP}
      minZoom={0.1}
    >
      <Background variant={BackgroundVariant.Dots} gap={GRID} />
      <Controls fitViewOptions={FIT} showInteractive={false} />
      <MiniMap pannable zoomable style={MINIMAP} />
      <ConnectionHint />
    </ReactFlow>
  );
};
