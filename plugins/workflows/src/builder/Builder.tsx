import { makeStyles } from '@material-ui/core/styles';
import { ReactFlowProvider } from '@xyflow/react';
import { Notices } from './Notices';
import { Announcer } from './announce/Announcer';
import { Canvas } from './canvas/Canvas';
import {
  type BuilderEnvironment,
  BuilderProvider,
} from './context/BuilderContext';
import { ProblemsProvider } from './context/ProblemsContext';
import { UiProvider, useUi } from './context/UiContext';
import { ConnectDialog } from './dialogs/ConnectDialog';
import { ShortcutsDialog } from './dialogs/ShortcutsDialog';
import { LeaveDialog } from './leave/LeaveDialog';
import { Palette } from './palette/Palette';
import { AfterCanvas } from './panels/AfterCanvas';
import { SidePanel } from './panels/SidePanel';
import { ProblemsPanel } from './problems/ProblemsPanel';
import { Toolbar } from './toolbar/Toolbar';

/** Below this width of the window the palette goes: `Tab`, `+` and the toolbar add steps. */
const NARROW = '@media (max-width: 1199.95px)';
/** Below this one the panel lies above the canvas. */
const TINY = '@media (max-width: 799.95px)';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    background: theme.palette.background.default,
  },
  // Each as high as it will be when it is there.
  toolbar: {
    flex: 'none',
    minHeight: 55,
    background: theme.palette.background.paper,
  },
  problems: {
    flex: 'none',
    minHeight: 32,
    background: theme.palette.background.paper,
  },
  parts: { position: 'relative', display: 'flex', flex: 1, minHeight: 0 },
  palette: {
    display: 'flex',
    flex: '0 0 224px',
    background: theme.palette.background.paper,
    borderRight: `1px solid ${theme.palette.divider}`,
    [NARROW]: { display: 'none' },
  },
  middle: {
    display: 'flex',
    flex: 1,
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
  },
  canvas: { flex: 1, minHeight: 0 },
  // As wide as the panel, also before it is there.
  panel: {
    display: 'flex',
    flex: 'none',
    minWidth: 376,
    background: theme.palette.background.paper,
    borderLeft: `1px solid ${theme.palette.divider}`,
    [NARROW]: { minWidth: 336 },
    [TINY]: {
      position: 'absolute',
      zIndex: 7,
      inset: '0 0 0 auto',
      minWidth: 0,
      width: 'min(336px, 100%)',
    },
  },
  side: {
    width: 376,
    [NARROW]: { width: 336 },
    [TINY]: { width: '100%' },
  },
  filling: { flex: 1, minWidth: 0 },
}));

const Parts = ({ editable }: { editable: boolean }) => {
  const classes = useStyles();
  const isPanelOpen = useUi(state => state.isPanelOpen);
  return (
    <div className={classes.root} data-builder>
      <div className={classes.toolbar}>
        <AfterCanvas>
          <Toolbar />
        </AfterCanvas>
      </div>
      <div className={classes.parts}>
        {editable && (
          <div className={classes.palette}>
            <AfterCanvas>
              <Palette className={classes.filling} />
            </AfterCanvas>
          </div>
        )}
        <div className={classes.middle}>
          <Notices />
          <div className={classes.canvas}>
            <Canvas />
          </div>
          <div className={classes.problems}>
            <AfterCanvas>
              <ProblemsPanel />
            </AfterCanvas>
          </div>
        </div>
        {isPanelOpen && (
          <div className={classes.panel}>
            <AfterCanvas>
              <SidePanel className={classes.side} />
            </AfterCanvas>
          </div>
        )}
      </div>
      <Announcer />
    </div>
  );
};

/** Palette, canvas and panels of one workflow. */
export const Builder = ({
  environment,
}: {
  environment: BuilderEnvironment;
}) => (
  <BuilderProvider value={environment}>
    <UiProvider>
      <ProblemsProvider>
        <ReactFlowProvider>
          <Parts editable={environment.editable} />
          <AfterCanvas>
            <ConnectDialog />
            <ShortcutsDialog />
            <LeaveDialog />
          </AfterCanvas>
        </ReactFlowProvider>
      </ProblemsProvider>
    </UiProvider>
  </BuilderProvider>
);
