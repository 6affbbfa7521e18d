import { useRouteRefParams } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import type { Incident } from 'backstage-plugin-workflows-common';
import { useId, useState } from 'react';
import { useIncidentsQuery } from '../../hooks/useHistoryQueries';
import { useWorkflowQuery } from '../../hooks/useWorkflowQueries';
import { workflowRouteRef } from '../../routes';
import { workflowsTranslationRef } from '../../translation';
import { RunByHandDialog } from './RunByHandDialog';
import { SearchField } from './SearchField';

/** For a workflow's page: asks for the incident. Not there while nothing of it runs. */
export function RunOnIncidentButton() {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { id } = useRouteRefParams(workflowRouteRef);
  const { data: workflow } = useWorkflowQuery(id);
  const [open, setOpen] = useState(false);
  if (!workflow?.enabled) {
    return null;
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {t('matching.run.incidentButton')}
      </Button>
      {open && (
        <RunOnIncidentDialog workflowId={id} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function RunOnIncidentDialog(props: {
  workflowId: string;
  onClose: () => void;
}) {
  const { t } = useTranslationRef(workflowsTranslationRef);
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
