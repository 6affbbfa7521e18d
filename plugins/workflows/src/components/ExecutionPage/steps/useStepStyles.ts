import { type Theme, makeStyles } from '@material-ui/core/styles';
import { type Tone, toneColor } from '../../StatusChip/tones';

/** The look of one entry of the timeline; `dimmed` ones did not take part. */
export const useStepStyles = makeStyles<Theme, { tone: Tone; dimmed: boolean }>(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: `${theme.spacing(4)}px minmax(0, 1fr)`,
      columnGap: theme.spacing(2),
      '&:last-child $rail::after': { display: 'none' },
    },
    rail: {
      position: 'relative',
      display: 'flex',
      justifyContent: 'center',
      '&::after': {
        content: '""',
        position: 'absolute',
        top: theme.spacing(5.5),
        bottom: theme.spacing(-1),
        borderLeft: ({ dimmed }) =>
          `2px ${dimmed ? 'dashed' : 'solid'} ${theme.palette.divider}`,
      },
    },
    badge: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: theme.spacing(4),
      height: theme.spacing(4),
      marginTop: theme.spacing(1),
      borderRadius: '50%',
      border: ({ tone, dimmed }) =>
        `2px ${dimmed ? 'dashed' : 'solid'} ${
          dimmed ? theme.palette.divider : toneColor(theme, tone)
        }`,
      color: ({ tone, dimmed }) =>
        dimmed ? theme.palette.text.secondary : toneColor(theme, tone),
    },
    card: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
      padding: theme.spacing(1, 2),
      borderStyle: ({ dimmed }) => (dimmed ? 'dashed' : 'solid'),
      backgroundColor: ({ dimmed }) =>
        dimmed ? 'transparent' : theme.palette.background.paper,
      color: ({ dimmed }) =>
        dimmed ? theme.palette.text.secondary : theme.palette.text.primary,
      overflowWrap: 'anywhere',
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      minHeight: theme.spacing(4),
    },
    name: { flex: '1 1 auto', minWidth: 0 },
    title: {
      fontSize: theme.typography.pxToRem(15),
      fontWeight: 600,
      lineHeight: 1.4,
    },
    type: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.pxToRem(12),
      fontWeight: 400,
    },
  }),
);
