import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useState } from 'react';
import { useIsAdmin } from '../../hooks/useCapabilities';
import { useKillSwitchQuery } from '../../hooks/useKillSwitch';
import { useTexts } from '../../texts';
import { KillSwitchDialog } from './KillSwitchDialog';
import { SwitchedOnBy } from './SwitchedOnBy';

const useStyles = makeStyles(theme => ({
  message: { minWidth: 0, overflowWrap: 'anywhere' },
  action: { flexShrink: 0, paddingLeft: theme.spacing(2) },
  line: { margin: 0, maxWidth: '96ch' },
}));

/** Says that all workflows are stopped, by whom and why; nothing while they are not. */
export function KillSwitchBanner(props: { className?: string }) {
  const classes = useStyles();
  const { t } = useTexts();
  const killSwitch = useKillSwitchQuery().data;
  const [isAsking, setIsAsking] = useState(false);
  const isAdmin = useIsAdmin();
  if (!killSwitch?.on) {
    return null;
  }
  const { configured, reason } = killSwitch;
  return (
    <Alert
      severity="warning"
      role="status"
      className={props.className}
      classes={{ message: classes.message, action: classes.action }}
      data-testid="kill-switch-banner"
      action={
        !configured &&
        isAdmin && (
          <Button
            color="inherit"
            size="small"
            onClick={() => setIsAsking(true)}
          >
            {t('killSwitch.banner.button')}
          </Button>
        )
      }
    >
      <AlertTitle>{t('killSwitch.banner.title')}</AlertTitle>
      {configured && (
        <p className={classes.line}>{t('killSwitch.banner.configured')}</p>
      )}
      {reason && (
        <p className={classes.line}>
          {t('killSwitch.banner.reason', { reason })}
        </p>
      )}
      <SwitchedOnBy className={classes.line} killSwitch={killSwitch} />
      <p className={classes.line}>{t('killSwitch.banner.meaning')}</p>
      {isAsking && (
        <KillSwitchDialog turn="off" onClose={() => setIsAsking(false)} />
      )}
    </Alert>
  );
}
