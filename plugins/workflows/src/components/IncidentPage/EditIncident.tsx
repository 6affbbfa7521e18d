import Button from '@material-ui/core/Button';
import type { IncidentDetail } from 'backstage-plugin-workflows-common';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { EditIncidentDialog } from './EditIncidentDialog';

/** The way to change an incident by hand, for those who may. */
export function EditIncident(props: { incident: IncidentDetail }) {
  const { t } = useTexts();
  const { incident } = props;
  const [isEditing, setIsEditing] = useState(false);
  return incident.editable ? (
    <>
      <Button variant="outlined" onClick={() => setIsEditing(true)}>
        {t('intake.edit.button')}
      </Button>
      {isEditing && (
        <EditIncidentDialog
          incident={incident}
          onClose={() => setIsEditing(false)}
        />
      )}
    </>
  ) : null;
}
