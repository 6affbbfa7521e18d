import { Handle, Position } from '@xyflow/react';
import { BRANCH_AT } from '../../model/handles';
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
  const { classes, t, isFar } = useNodeLook();
  return (
    <>
      {(['true', 'false'] as const).map(branch => {
        const left = `${BRANCH_AT[branch] * 100}%`;
        return [
          !isFar && (
            <span
              key={`${branch}-label`}
              className={classes.branch}
              style={{ left: `calc(${left} + 12px)` }}
              aria-hidden
            >
              {t(`builder.node.${branch}`)}
            </span>
          ),
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
