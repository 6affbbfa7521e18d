import { alpha, makeStyles } from '@material-ui/core/styles';
import { HANDLE_SIZE, NODE_HEIGHT, NODE_WIDTH } from '../../model/geometry';

export const useNodeStyles = makeStyles(theme => ({
  card: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    boxSizing: 'border-box',
    width: NODE_WIDTH,
    height: NODE_HEIGHT,
    padding: theme.spacing(0, 1.5),
    fontFamily: theme.typography.fontFamily,
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    border: `1px solid ${alpha(theme.palette.text.primary, 0.23)}`,
    borderRadius: 8,
  },
  far: {
    border: 'none',
    // Nobody can aim at them from here.
    '& .react-flow__handle': { visibility: 'hidden' },
    '& $badge, & $pathBadge': { transform: 'scale(2.5)' },
    '&$dimmed': { opacity: 0.4 },
    '&$selected': { boxShadow: `0 0 0 16px ${theme.palette.primary.main}` },
  },
  selected: {
    borderColor: theme.palette.primary.main,
    boxShadow: `0 0 0 2px ${theme.palette.primary.main}`,
  },
  // Its border and its text thinned, which a screen reader reads all the same.
  dimmed: {
    borderStyle: 'dashed',
    '& $icon, & $summary': { filter: 'grayscale(1)' },
    '& $title': { fontWeight: 400, color: theme.palette.text.secondary },
  },
  icon: {
    position: 'relative',
    display: 'flex',
    flexShrink: 0,
    padding: theme.spacing(1),
    borderRadius: 8,
    overflow: 'hidden',
    // The step's own colour, thinned.
    '&::before': {
      content: '""',
      position: 'absolute',
      inset: 0,
      background: 'currentColor',
      opacity: theme.palette.type === 'dark' ? 0.2 : 0.12,
    },
    '& svg': { position: 'relative' },
  },
  text: { minWidth: 0, flex: 1 },
  title: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: 14,
    fontWeight: 600,
    lineHeight: '20px',
  },
  summary: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: 12,
    lineHeight: '16px',
    color: theme.palette.text.secondary,
  },
  rename: {
    width: '100%',
    boxSizing: 'border-box',
    padding: theme.spacing(0, 0.5),
    font: 'inherit',
    color: 'inherit',
    background: theme.palette.background.default,
    border: `1px solid ${theme.palette.primary.main}`,
    borderRadius: 4,
  },
  badge: {
    position: 'absolute',
    top: -10,
    right: -10,
    display: 'flex',
    borderRadius: '50%',
    background: theme.palette.background.paper,
  },
  pathBadge: {
    position: 'absolute',
    top: -10,
    left: -10,
    display: 'flex',
    borderRadius: '50%',
    background: theme.palette.background.paper,
  },
  error: { color: theme.palette.error.main },
  warning: {
    color:
      theme.palette.type === 'dark'
        ? theme.palette.warning.light
        : theme.palette.warning.dark,
  },
  handle: {
    width: HANDLE_SIZE,
    height: HANDLE_SIZE,
    '&::after': { content: '""', position: 'absolute', inset: -8 },
  },
  branch: {
    position: 'absolute',
    top: '100%',
    marginTop: theme.spacing(0.5),
    padding: theme.spacing(0, 0.5),
    fontSize: 12,
    lineHeight: '16px',
    fontWeight: 600,
    color: theme.palette.text.secondary,
    background: theme.palette.background.default,
    borderRadius: 4,
    pointerEvents: 'none',
  },
}));
