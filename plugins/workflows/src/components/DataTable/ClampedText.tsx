import { makeStyles } from '@material-ui/core/styles';
import type { PropsWithChildren } from 'react';

const useStyles = makeStyles({
  root: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    lineHeight: 1.5,
    overflowWrap: 'anywhere',
  },
});

/** At most two lines; the whole text is the tooltip. */
export function ClampedText(props: PropsWithChildren<{ text: string }>) {
  const classes = useStyles();
  return (
    <span className={classes.root} title={props.text}>
      {props.children ?? props.text}
    </span>
  );
}
