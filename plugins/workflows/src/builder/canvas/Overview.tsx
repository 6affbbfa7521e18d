import { makeStyles, useTheme } from '@material-ui/core/styles';
import { Panel, useReactFlow, useStoreApi } from '@xyflow/react';
import { type PointerEvent, useEffect, useRef } from 'react';
import { useTexts } from '../../texts';
import { type OverviewColors, drawOverview, toFlowPoint } from './drawOverview';

const WIDTH = 144;
const HEIGHT = 96;
/** Often enough to follow a hand, and seldom enough to cost it nothing. */
const EVERY_MS = 100;

const useStyles = makeStyles(theme => ({
  overview: {
    display: 'block',
    width: WIDTH,
    height: HEIGHT,
    cursor: 'grab',
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
  },
}));

/**
 * The whole workflow, small, with what one sees of it. It is painted outside of
 * React: with hundreds of steps an element for each would slow every drag.
 */
export const Overview = () => {
  const classes = useStyles();
  const { t } = useTexts();
  const { palette } = useTheme();
  const flow = useReactFlow();
  const view = useStoreApi();
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = { width: WIDTH, height: HEIGHT };

  useEffect(() => {
    const colors: OverviewColors = {
      step: palette.text.secondary,
      view: palette.primary.main,
    };
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const paint = () => {
      waiting = undefined;
      if (canvas.current) {
        drawOverview(canvas.current, view.getState(), colors);
      }
    };
    const later = () => {
      waiting ??= setTimeout(paint, EVERY_MS);
    };
    later();
    const unsubscribe = view.subscribe(later);
    return () => {
      clearTimeout(waiting);
      unsubscribe();
    };
  }, [palette, view]);

  const goTo = (event: PointerEvent<HTMLCanvasElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { x, y } = toFlowPoint(view.getState(), size, {
      x: event.clientX - left,
      y: event.clientY - top,
    });
    flow.setCenter(x, y, { zoom: flow.getZoom() });
  };
  return (
    <Panel position="bottom-right">
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('builder.canvas.minimap')}
        className={`${classes.overview} react-flow__minimap`}
        width={WIDTH * 2}
        height={HEIGHT * 2}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goTo(event);
        }}
        onPointerMove={event => event.buttons === 1 && goTo(event)}
      />
    </Panel>
  );
};
