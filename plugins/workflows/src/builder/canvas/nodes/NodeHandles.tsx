import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Handle, Position } from '@xyflow/react';
import { workflowsTranslationRef } from '../../../translation';
import { useNodeStyles } from './useNodeStyles';

export const EntryHandle = () => {
  const classes = useNodeStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  return (
    <Handle
      type="target"
      position={Position.Top}
      className={classes.handle}
      aria-label={t('builder.node.entry')}
    />
  );
};

export const ExitHandle = () => {
  const classes = useNodeStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  return (
    <Handle
      type="source"
      position={Position.Bottom}
      className={classes.handle}
      aria-label={t('builder.node.exit')}
    />
  );
};

/** A condition's two ways out, each with its name beside it. */
export const BranchHandles = () => {
  const classes = useNodeStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
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
            aria-label={t(`builder.node.${branch}`)}
          />,
        ];
      })}
    </>
  );
};
