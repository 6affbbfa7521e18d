import type SvgIcon from '@material-ui/core/SvgIcon';
import { type Theme, alpha, makeStyles } from '@material-ui/core/styles';
import { type Tone, toneColor } from './tones';

const useStyles = makeStyles<Theme, { tone: Tone }>(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.25, 1, 0.25, 0.5),
    borderRadius: theme.spacing(1.5),
    border: ({ tone }) =>
      `1px solid ${
        tone === 'neutral'
          ? theme.palette.divider
          : alpha(toneColor(theme, tone), 0.5)
      }`,
    backgroundColor: ({ tone }) =>
      tone === 'neutral'
        ? theme.palette.action.hover
        : alpha(toneColor(theme, tone), 0.12),
    color: theme.palette.text.primary,
    fontSize: theme.typography.pxToRem(12),
    fontWeight: 600,
    lineHeight: 1.5,
    whiteSpace: 'nowrap',
  },
  // The words give the chip its baseline, so that it sits in a line of text.
  label: { alignSelf: 'baseline' },
  icon: {
    fontSize: theme.typography.pxToRem(16),
    color: ({ tone }) => toneColor(theme, tone),
  },
}));

/** A state as icon and words, so that the colour is never the only sign. */
export function StatusChip(props: {
  tone: Tone;
  icon: typeof SvgIcon;
  label: string;
}) {
  const classes = useStyles({ tone: props.tone });
  const Icon = props.icon;
  return (
    <span className={classes.root}>
      <Icon className={classes.icon} aria-hidden />
      <span className={classes.label}>{props.label}</span>
    </span>
  );
}
