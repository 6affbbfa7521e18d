import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts';
import { useUi, useUiStore } from '../context/UiContext';
import {
  GLOBAL_SHORTCUTS,
  OTHER_SHORTCUTS,
  SHORTCUTS,
} from '../keyboard/shortcuts';
import { Keys } from './Keys';

const useStyles = makeStyles(theme => ({
  groups: { columns: '320px 2', columnGap: theme.spacing(4) },
  group: { breakInside: 'avoid', marginBottom: theme.spacing(3) },
  list: { margin: 0 },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: theme.spacing(2),
    padding: theme.spacing(0.5, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  keys: { margin: 0, flexShrink: 0 },
}));

const GROUPS = {
  adding: SHORTCUTS.filter(({ group }) => group === 'adding'),
  moving: SHORTCUTS.filter(({ group }) => group === 'moving'),
  selecting: [
    ...SHORTCUTS.filter(({ group }) => group === 'selecting'),
    OTHER_SHORTCUTS[4],
  ],
  editing: [
    ...SHORTCUTS.filter(({ group }) => group === 'editing'),
    ...OTHER_SHORTCUTS.slice(0, 3),
  ],
  viewing: [
    ...SHORTCUTS.filter(({ group }) => group === 'viewing'),
    OTHER_SHORTCUTS[3],
  ],
  everywhere: [...GLOBAL_SHORTCUTS],
};

/** Every key of the builder. */
export const ShortcutsDialog = () => {
  const classes = useStyles();
  const { t } = useTexts();
  const ui = useUiStore();
  const isOpen = useUi(({ dialog }) => dialog === 'shortcuts');
  const close = () => ui.setState({ dialog: undefined });
  return (
    <Dialog
      open={isOpen}
      maxWidth="md"
      onClose={close}
      aria-labelledby="workflow-shortcuts"
    >
      <DialogTitle id="workflow-shortcuts">
        {t('builder.shortcuts.title')}
      </DialogTitle>
      {/* It scrolls, and holds nothing else that the keyboard could reach. */}
      <DialogContent
        tabIndex={0}
        role="region"
        aria-labelledby="workflow-shortcuts"
      >
        <div className={classes.groups}>
          {(Object.keys(GROUPS) as Array<keyof typeof GROUPS>).map(group => (
            <section key={group} className={classes.group}>
              <Typography variant="subtitle2" component="h3">
                {t(`builder.shortcuts.groups.${group}`)}
              </Typography>
              <dl className={classes.list}>
                {GROUPS[group].map(({ id, keys }) => (
                  <div key={id} className={classes.row}>
                    <Typography variant="body2" component="dt">
                      {t(`builder.shortcuts.${id}`)}
                    </Typography>
                    <dd className={classes.keys}>
                      <Keys keys={keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogContent>
      <DialogActions>
        <Button color="primary" onClick={close}>
          {t('builder.shortcuts.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
