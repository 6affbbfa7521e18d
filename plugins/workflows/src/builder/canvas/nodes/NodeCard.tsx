import Typography from '@material-ui/core/Typography';
import type { PropsWithChildren } from 'react';
import { NodeIcon } from '../NodeIcon';
import { ProblemBadge } from './ProblemBadge';
import { useNodeStyles } from './useNodeStyles';

/** How every step looks: sign, title, one line, and a badge when something is wrong. */
export const NodeCard = (
  props: PropsWithChildren<{
    id: string;
    kind: string;
    title: string;
    summary: string;
    selected?: boolean;
  }>,
) => {
  const classes = useNodeStyles();
  const { id, kind, title, summary, selected, children } = props;
  return (
    <div
      className={`${classes.card} ${selected ? classes.selected : ''}`}
      data-testid={`node-${id}`}
    >
      <span
        className={`${classes.icon} ${
          kind === 'trigger' ? classes.trigger : ''
        }`}
      >
        <NodeIcon kind={kind} />
      </span>
      <div className={classes.text}>
        <Typography noWrap className={classes.title} title={title}>
          {title}
        </Typography>
        <Typography noWrap className={classes.summary} title={summary}>
          {summary}
        </Typography>
      </div>
      <ProblemBadge nodeId={id} />
      {children}
    </div>
  );
};
