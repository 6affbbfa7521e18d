import { BaseEdge, type EdgeProps, getSmoothStepPath } from '@xyflow/react';
import { memo } from 'react';
import { useUi } from '../../context/UiContext';
import { useEdgeOnPath } from '../../path/PathContext';
import { useNodeLook } from '../nodes/NodeLookContext';
import { DROP_CLASS, PATH_CLASS } from '../useCanvasStyles';
import { INSERT_CLASS } from './insertClass';

/** Half of the plus sign's lines, and the radius of its button. */
const PLUS = 4;
const RADIUS = 9;

/** A connection, with a + at its middle that splices a step in. From afar it is a line. */
export const StepEdge = memo((props: EdgeProps) => {
  const { id, markerEnd, sourceX, sourceY, targetX, targetY } = props;
  const isTarget = useUi(({ dropEdge }) => dropEdge === id);
  const on = useEdgeOnPath(id);
  const { isFar } = useNodeLook();
  const classes = [isTarget && DROP_CLASS, on && PATH_CLASS[on]];
  const [path, x, y] = getSmoothStepPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourcePosition: props.sourcePosition,
    targetPosition: props.targetPosition,
  });
  return (
    <>
      <BaseEdge
        path={path}
        markerEnd={isFar ? undefined : markerEnd}
        interactionWidth={isFar ? 0 : props.interactionWidth}
        className={classes.filter(Boolean).join(' ')}
      />
      {/* With the keyboard Tab on the step before does the same. */}
      {!isFar && (
        <g
          className={`${INSERT_CLASS} nopan`}
          transform={`translate(${x} ${y})`}
          data-testid={`insert-${id}`}
        >
          <circle r={RADIUS} />
          <path d={`M${-PLUS} 0H${PLUS}M0 ${-PLUS}V${PLUS}`} />
        </g>
      )}
    </>
  );
});

/** Constant, because React Flow draws everything anew when it changes. */
export const edgeTypes = { default: StepEdge };
