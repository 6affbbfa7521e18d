import { alpha, makeStyles } from '@material-ui/core/styles';
import { INSERT_CLASS } from './edges/insertClass';

/** The edge that a step is about to be dropped onto. */
export const DROP_CLASS = 'workflow-drop-edge';

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
