import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { DeclareIncidentDialog } from './DeclareIncidentDialog';

/** The way to an incident that no source told of. */
export function DeclareIncidentButton() {
  const { t } = useTexts();
  const [isDeclaring, setIsDeclaring] = useState(false);
  return (
    <>
      <Button
        color="primary"
        variant="contained"
        onClick={() => setIsDeclaring(true)}
      >
        {t('intake.declare.button')}
      </Button>
      {isDeclaring && (
        <DeclareIncidentDialog onClose={() => setIsDeclaring(false)} />
      )}
    </>
  );
}
