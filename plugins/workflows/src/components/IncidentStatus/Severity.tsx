import { type Theme, makeStyles } from '@material-ui/core/styles';
import { type Tone, toneColor } from '../StatusChip/tones';
import { severityTone } from './severityTone';

const useStyles = makeStyles<Theme, { tone: Tone }>(theme => ({
  root: { display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1) },
  dot: {
    flex: 'none',
    width: theme.spacing(1),
    height: theme.spacing(1),
    borderRadius: '50%',
    backgroundColor: ({ tone }) => toneColor(theme, tone),
  },
}));

/** A severity as the sender spells it, with a dot in the colour of its tone. */
export function Severity(props: { value: string | undefined }) {
  const classes = useStyles({ tone: severityTone(props.value ?? '') });
  if (!props.value) {
    return <>–</>;
  }
  return (
    <span className={classes.root}>
      <span className={classes.dot} aria-hidden />
      {props.value}
    </span>
  );
}
