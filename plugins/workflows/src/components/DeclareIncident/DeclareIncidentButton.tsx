import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { workflowsTranslationRef } from '../../translation';
import { DeclareIncidentDialog } from './DeclareIncidentDialog';

/** The way to an incident that no source told of. */
export function DeclareIncidentButton() {
  const { t } = useTranslationRef(workflowsTranslationRef);
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
