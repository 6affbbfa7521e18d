import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { type Incident, ticketsOf } from 'backstage-plugin-workflows-common';
import { incidentRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { ClampedText } from '../DataTable/ClampedText';
import { type DataColumn, DataTable } from '../DataTable/DataTable';
import { EntityLink } from '../EntityLink/EntityLink';
import { IncidentStatusChip } from '../IncidentStatus/IncidentStatusChip';
import { Severity } from '../IncidentStatus/Severity';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { IncidentEntity } from './IncidentEntity';
import { TicketLink } from './TicketLink';

type Without = 'service' | 'owner';

/** Incidents, one a row; the title leads to the incident. */
export function IncidentsTable(props: {
  incidents: Incident[];
  /** Columns that the page around it says already. */
  without?: Without[];
}) {
  const { t } = useTexts();
  const incidentPath = useRouteRef(incidentRouteRef);
  const columns: DataColumn<Incident>[] = [
    {
      id: 'status',
      header: t('history.incidents.columns.status'),
      render: ({ status }) => <IncidentStatusChip status={status} />,
    },
    {
      id: 'severity',
      header: t('history.incidents.columns.severity'),
      hide: 'narrow',
      render: ({ severity }) => <Severity value={severity} />,
    },
    {
      id: 'title',
      header: t('history.incidents.columns.title'),
      wide: true,
      render: row => (
        <ClampedText text={row.title}>
          <Link to={incidentPath({ id: row.id })}>
            {row.title || t('history.incidents.untitled')}
          </Link>
        </ClampedText>
      ),
    },
    {
      id: 'service',
      header: t('history.incidents.columns.service'),
      hide: 'narrow',
      render: row => <IncidentEntity incident={row} />,
    },
    {
      id: 'owner',
      header: t('history.incidents.columns.owner'),
      hide: 'medium',
      render: ({ ownerRef }) =>
        ownerRef ? <EntityLink entityRef={ownerRef} /> : '–',
    },
    {
      id: 'tickets',
      header: t('intake.tickets.column'),
      hide: 'medium',
      render: row => {
        const tickets = ticketsOf(row);
        return tickets.map((ticket, index) => (
          <span key={`${ticket.system} ${ticket.key}`}>
            {index > 0 && ', '}
            <TicketLink ticket={ticket} />
          </span>
        ));
      },
    },
    {
      id: 'source',
      header: t('history.incidents.columns.source'),
      hide: 'medium',
      render: ({ sourceId }) => sourceId,
    },
    {
      id: 'started',
      header: t('history.incidents.columns.started'),
      oneLine: true,
      render: ({ startedAt }) => <RelativeTime iso={startedAt} />,
    },
    {
      id: 'updated',
      header: t('history.incidents.columns.updated'),
      oneLine: true,
      hide: 'narrow',
      render: ({ updatedAt }) => <RelativeTime iso={updatedAt} />,
    },
  ];
  return (
    <DataTable
      label={t('history.incidents.title')}
      rows={props.incidents}
      columns={columns.filter(
        ({ id }) => !props.without?.includes(id as Without),
      )}
    />
  );
}
