import Button from '@material-ui/core/Button';
import type { IncidentDetail } from 'backstage-plugin-workflows-common';
import { useState } from 'react';
import { useTexts } from '../../../texts';
import { SetEntityDialog } from './SetEntityDialog';

/** The way to say which entity an incident is about. */
export function SetEntity(props: { incident: IncidentDetail }) {
  const { t } = useTexts();
  const { incident } = props;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <div>
        <Button size="small" color="primary" onClick={() => setIsAsking(true)}>
          {incident.entityRef
            ? t('catalog.entity.change')
            : t('catalog.entity.set')}
        </Button>
      </div>
      {isAsking && (
        <SetEntityDialog
          incident={incident}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
