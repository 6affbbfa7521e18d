import { alpha, makeStyles } from '@material-ui/core/styles';
import { NODE_HEIGHT, NODE_WIDTH } from '../../model/geometry';

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
    color: theme.palette.text.primary,
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    boxShadow: theme.shadows[1],
  },
  selected: {
    borderColor: theme.palette.primary.main,
    boxShadow: `0 0 0 2px ${theme.palette.primary.main}`,
  },
  icon: {
    display: 'flex',
    flexShrink: 0,
    padding: theme.spacing(1),
    borderRadius: 8,
    color: theme.palette.text.primary,
    background: alpha(theme.palette.text.primary, 0.08),
  },
  trigger: {
    color: theme.palette.primary.contrastText,
    background: theme.palette.primary.main,
  },
  text: { minWidth: 0, flex: 1 },
  title: { fontSize: 14, fontWeight: 600, lineHeight: '20px' },
  summary: {
    fontSize: 12,
    lineHeight: '16px',
    color: theme.palette.text.secondary,
  },
  badge: {
    position: 'absolute',
    top: -10,
    right: -10,
    display: 'flex',
    borderRadius: '50%',
    background: theme.palette.background.paper,
  },
  error: { color: theme.palette.error.main },
  warning: { color: theme.palette.warning.main },
  handle: {
    width: 12,
    height: 12,
    '&::after': { content: '""', position: 'absolute', inset: -8 },
  },
  branch: {
    position: 'absolute',
    top: '100%',
    marginTop: theme.spacing(0.5),
    fontFamily: theme.typography.fontFamily,
    fontSize: 12,
    lineHeight: '16px',
    fontWeight: 600,
    color: theme.palette.text.secondary,
    pointerEvents: 'none',
  },
}));
