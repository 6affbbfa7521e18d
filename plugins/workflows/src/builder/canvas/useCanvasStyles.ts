import { alpha, makeStyles } from '@material-ui/core/styles';
import { toneColor } from '../../components/StatusChip/tones';
import { INSERT_CLASS } from './edges/insertClass';

/** The edge that a step is about to be dropped onto. */
export const DROP_CLASS = 'workflow-drop-edge';

/** The edges that a test or a run went along, and those that it did not. */
export const PATH_CLASS = {
  taken: 'workflow-path-taken',
  untaken: 'workflow-path-untaken',
} as const;

/** React Flow's own colours, taken from the portal's theme. */
export const useCanvasStyles = makeStyles(theme => {
  const { palette } = theme;
  const line = palette.type === 'dark' ? palette.grey[500] : palette.grey[600];
  const onPaper = {
    fill: palette.background.paper,
    stroke: line,
    strokeWidth: 1,
  };
  return {
    root: { position: 'relative', height: '100%' },
    // A dash longer than any edge, so that nothing is left of it afterwards.
    '@keyframes draw': {
      from: { strokeDashoffset: 1_000 },
      to: { strokeDashoffset: 0 },
    },
    canvas: {
      '&:focus-visible': {
        outline: `2px solid ${palette.primary.main}`,
        outlineOffset: -2,
      },
      '--xy-background-color': palette.background.default,
      '--xy-background-pattern-color': alpha(palette.text.primary, 0.24),
      '--xy-edge-stroke': line,
      '--xy-edge-stroke-width': 2,
      '--xy-edge-stroke-selected': palette.primary.main,
      '--xy-connectionline-stroke': palette.primary.main,
      '--xy-connectionline-stroke-width': 2,
      '--xy-handle-background-color': palette.background.paper,
      '--xy-handle-border-color': line,
      '--xy-controls-button-background-color': palette.background.paper,
      '--xy-controls-button-background-color-hover': palette.action.hover,
      '--xy-controls-button-color': palette.text.primary,
      '--xy-controls-button-color-hover': palette.text.primary,
      '--xy-controls-button-border-color': palette.divider,
      '--xy-selection-background-color': alpha(palette.primary.main, 0.08),
      '--xy-selection-border': `1px dashed ${palette.primary.main}`,
      '--xy-attribution-background-color': 'transparent',
      // React Flow gives its arrows a colour of their own, inline.
      '& .react-flow__arrowhead polyline': {
        stroke: `${line} !important`,
        fill: `${line} !important`,
      },
      [`& .${INSERT_CLASS}`]: {
        cursor: 'pointer',
        pointerEvents: 'all',
        '& circle': onPaper,
        '& path': {
          fill: 'none',
          stroke: palette.text.primary,
          strokeWidth: 1.5,
        },
        '&:hover circle': {
          fill: palette.primary.main,
          stroke: palette.primary.main,
        },
        '&:hover path': { stroke: palette.primary.contrastText },
      },
      [`& .react-flow__edge-path.${DROP_CLASS}`]: {
        stroke: palette.primary.main,
        strokeWidth: 4,
      },
      [`& .react-flow__edge-path.${PATH_CLASS.taken}`]: {
        stroke: toneColor(theme, 'ok'),
        '@media (prefers-reduced-motion: no-preference)': {
          strokeDasharray: 1_000,
          animation: '$draw 400ms ease-out',
        },
      },
      [`& .react-flow__edge-path.${PATH_CLASS.untaken}`]: {
        strokeDasharray: '3 5',
        strokeWidth: 1.5,
      },
      '& .react-flow__handle': { borderWidth: 2 },
      '& .react-flow__handle-connecting': {
        background: palette.error.main,
        borderColor: palette.error.main,
      },
      '& .react-flow__handle-valid': {
        background: palette.success.main,
        borderColor: palette.success.main,
      },
      '& .react-flow__node:focus-visible': {
        outline: `2px solid ${palette.primary.main}`,
        outlineOffset: 4,
        borderRadius: 8,
      },
      '& .react-flow__attribution a': { color: palette.text.secondary },
    },
  };
});
