import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { useIsAdmin } from '../../hooks/useCapabilities';
import { useKillSwitchQuery } from '../../hooks/useKillSwitch';
import { useTexts } from '../../texts';
import { KillSwitchDialog } from './KillSwitchDialog';

/** The admins' way to stop all workflows; while they are, the banner has the way back. */
export function StopAllButton() {
  const { t } = useTexts();
  const killSwitch = useKillSwitchQuery().data;
  const [isAsking, setIsAsking] = useState(false);
  const isAdmin = useIsAdmin();
  if (!isAdmin || !killSwitch || killSwitch.on) {
    return null;
  }
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>
        {t('killSwitch.on.button')}
      </Button>
      {isAsking && (
        <KillSwitchDialog turn="on" onClose={() => setIsAsking(false)} />
      )}
    </>
  );
}
