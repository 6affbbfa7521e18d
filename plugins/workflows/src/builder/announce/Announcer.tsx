import { makeStyles } from '@material-ui/core/styles';
import { useUi } from '../context/UiContext';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Tells a screen reader what happened on the canvas. */
export const Announcer = () => {
  const classes = useStyles();
  const { text, count } = useUi(state => state.said);
  return (
    <div role="status" className={classes.hidden} data-testid="announcer">
      {/* The same text again is only read when something about it is new. */}
      {text && `${text}${count % 2 ? '\u00a0' : ''}`}
    </div>
  );
};
