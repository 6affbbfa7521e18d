import Button from '@material-ui/core/Button';
import Tooltip from '@material-ui/core/Tooltip';
import type { Incident } from 'backstage-plugin-workflows-common';
import { useId, useState } from 'react';
import { useIncidentsQuery } from '../../hooks/useHistoryQueries';
import { useTexts } from '../../texts';
import { RunByHandDialog } from './RunByHandDialog';
import { SearchField } from './SearchField';

/** For a workflow's page: asks for the incident. */
export function RunOnIncidentButton(props: { workflowId: string }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tooltip title={t('matching.run.incidentTitle')} enterDelay={400}>
        <Button onClick={() => setOpen(true)}>
          {t('matching.run.incidentButton')}
        </Button>
      </Tooltip>
      {open && (
        <RunOnIncidentDialog {...props} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function RunOnIncidentDialog(props: {
  workflowId: string;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const id = useId();
  const [search, setSearch] = useState('');
  const [incident, setIncident] = useState<Incident>();
  const list = useIncidentsQuery(search ? { search } : {});
  return (
    <RunByHandDialog
      {...props}
      title={t('matching.run.incidentTitle')}
      text={t('matching.run.incidentText')}
      incidentId={incident?.id}
    >
      <SearchField
        id={id}
        label={t('matching.run.incident')}
        list={list}
        nameOf={({ title }) => title || t('history.incidents.untitled')}
        value={incident}
        onPick={setIncident}
        onSearch={setSearch}
      />
    </RunByHandDialog>
  );
}
