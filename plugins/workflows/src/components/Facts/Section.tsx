import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { type PropsWithChildren, type ReactNode, useId } from 'react';

const useStyles = makeStyles(theme => ({
  root: { minWidth: 0 },
  head: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(1),
  },
}));

/** A part of a page under a heading. */
export function Section(
  props: PropsWithChildren<{ title: string; action?: ReactNode }>,
) {
  const classes = useStyles();
  const headingId = useId();
  return (
    <section className={classes.root} aria-labelledby={headingId}>
      <div className={classes.head}>
        <Typography id={headingId} variant="h6" component="h3">
          {props.title}
        </Typography>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}
