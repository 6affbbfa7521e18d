import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fill, minmax(${theme.spacing(
      26,
    )}px, 1fr))`,
    gap: theme.spacing(2, 3),
    margin: 0,
  },
  label: {
    color: theme.palette.text.secondary,
    fontSize: theme.typography.pxToRem(12),
    lineHeight: 1.5,
  },
  value: {
    margin: 0,
    fontSize: theme.typography.pxToRem(14),
    lineHeight: 1.5,
    overflowWrap: 'anywhere',
    '& code': { fontSize: theme.typography.pxToRem(12) },
  },
}));

export interface Fact {
  label: string;
  /** A fact without a value is left out. */
  value: ReactNode;
}

/** Names and values in as many columns as fit. */
export function Facts(props: { facts: Fact[] }) {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {props.facts
        .filter(({ value }) => value !== undefined && value !== '')
        .map(({ label, value }) => (
          <div key={label}>
            <dt className={classes.label}>{label}</dt>
            <dd className={classes.value}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
