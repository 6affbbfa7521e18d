import { makeStyles } from '@material-ui/core/styles';
import { ReactFlowProvider } from '@xyflow/react';
import { Notices } from './Notices';
import { Canvas } from './canvas/Canvas';
import {
  type BuilderEnvironment,
  BuilderProvider,
} from './context/BuilderContext';
import { ProblemsProvider } from './context/ProblemsContext';
import { Inspector } from './inspector/Inspector';
import { LeaveDialog } from './leave/LeaveDialog';
import { Palette } from './palette/Palette';
import { ProblemsPanel } from './problems/ProblemsPanel';
import { Toolbar } from './toolbar/Toolbar';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '224px minmax(0, 1fr) 376px',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    height: '100%',
    minHeight: 0,
    background: theme.palette.background.default,
  },
  toolbar: { gridColumn: '1 / -1' },
  side: { background: theme.palette.background.paper, minHeight: 0 },
  palette: { borderRight: `1px solid ${theme.palette.divider}` },
  inspector: {
    gridColumn: 3,
    overflowY: 'auto',
    borderLeft: `1px solid ${theme.palette.divider}`,
  },
  middle: {
    gridColumn: 2,
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
  },
  canvas: { flex: 1, minHeight: 0 },
}));

/** Palette, canvas and inspector of one workflow. */
export const Builder = (environment: BuilderEnvironment) => {
  const classes = useStyles();
  return (
    <BuilderProvider value={environment}>
      <ProblemsProvider>
        <ReactFlowProvider>
          <div className={classes.root}>
            <Toolbar className={classes.toolbar} />
            {environment.editable && (
              <Palette className={`${classes.side} ${classes.palette}`} />
            )}
            <main className={classes.middle}>
              <Notices />
              <div className={classes.canvas}>
                <Canvas />
              </div>
              <ProblemsPanel />
            </main>
            <Inspector className={`${classes.side} ${classes.inspector}`} />
          </div>
          <LeaveDialog />
        </ReactFlowProvider>
      </ProblemsProvider>
    </BuilderProvider>
  );
};
