import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts';
import { useUi, useUiStore } from '../context/UiContext';
import { REGION } from '../keyboard/regions';
import { PANELS } from './panels';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', minHeight: 0 },
  tabs: {
    minHeight: 40,
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  tab: {
    minWidth: 0,
    minHeight: 40,
    padding: theme.spacing(0, 1),
    textTransform: 'none',
    letterSpacing: 'normal',
    color: theme.palette.text.primary,
    opacity: 1,
    '&:hover': {
      color: theme.palette.text.primary,
      background: theme.palette.action.hover,
    },
  },
  content: { flex: 1, minHeight: 0, overflowY: 'auto', outline: 0 },
}));

/** The right side: the panels, one at a time. */
export const SidePanel = ({ className }: { className: string }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const ui = useUiStore();
  const open = useUi(({ panel }) => panel);
  const { id, title, Component, isWide } =
    PANELS.find(panel => panel.id === open) ?? PANELS[0];
  return (
    <aside
      className={`${classes.root} ${className}`}
      style={isWide ? { minWidth: 'min(560px, 45vw)' } : undefined}
      aria-label={t('builder.panels.label')}
      {...{ [REGION]: 'panel' }}
    >
      <Tabs
        className={classes.tabs}
        value={id}
        variant="scrollable"
        scrollButtons="auto"
        indicatorColor="primary"
        aria-label={t('builder.panels.label')}
        onChange={(_, panel) => ui.openPanel(panel)}
      >
        {PANELS.map(panel => (
          <Tab
            key={panel.id}
            value={panel.id}
            id={`workflow-tab-${panel.id}`}
            aria-controls={
              panel.id === id ? `workflow-panel-${panel.id}` : undefined
            }
            className={classes.tab}
            label={t(panel.title)}
          />
        ))}
      </Tabs>
      <div
        role="tabpanel"
        tabIndex={-1}
        id={`workflow-panel-${id}`}
        aria-label={t(title)}
        className={classes.content}
      >
        <Component />
      </div>
    </aside>
  );
};
