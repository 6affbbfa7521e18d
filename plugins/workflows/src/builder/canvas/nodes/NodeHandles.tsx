import { Handle, Position } from '@xyflow/react';
import { useNodeLook } from './NodeLookContext';

export const EntryHandle = () => (
  <Handle
    type="target"
    position={Position.Top}
    className={useNodeLook().classes.handle}
  />
);

export const ExitHandle = () => (
  <Handle
    type="source"
    position={Position.Bottom}
    className={useNodeLook().classes.handle}
  />
);

/** A condition's two ways out, each with its name beside it. */
export const BranchHandles = () => {
  const { classes, t } = useNodeLook();
  return (
    <>
      {(['true', 'false'] as const).map((branch, index) => {
        const left = index === 0 ? '25%' : '75%';
        return [
          <span
            key={`${branch}-label`}
            className={classes.branch}
            style={{ left: `calc(${left} + 12px)` }}
            aria-hidden
          >
            {t(`builder.node.${branch}`)}
          </span>,
          <Handle
            key={branch}
            id={branch}
            type="source"
            position={Position.Bottom}
            className={classes.handle}
            style={{ left }}
          />,
        ];
      })}
    </>
  );
};
