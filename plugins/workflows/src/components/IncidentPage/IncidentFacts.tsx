import type { IncidentDetail } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { EntityLink } from '../EntityLink/EntityLink';
import { Facts } from '../Facts/Facts';
import { absoluteTime } from '../RelativeTime/absoluteTime';
import { IncidentEntityFact } from './entity/IncidentEntityFact';
import { webUrl } from './webUrl';

/** Where an incident belongs and where it comes from. */
export function IncidentFacts(props: { incident: IncidentDetail }) {
  const { t } = useTexts();
  const { incident } = props;
  const entity = (ref: string | undefined) =>
    ref && <EntityLink entityRef={ref} />;
  return (
    <Facts
      facts={[
        {
          label: t('history.incident.entity'),
          value: <IncidentEntityFact incident={incident} />,
        },
        {
          label: t('history.incident.owner'),
          value: entity(incident.ownerRef),
        },
        {
          label: t('history.incident.system'),
          value: entity(incident.systemRef),
        },
        { label: t('history.incident.service'), value: incident.service },
        { label: t('history.incident.priority'), value: incident.priority },
        { label: t('history.incident.team'), value: incident.team },
        { label: t('history.incident.assignee'), value: incident.assignee },
        { label: t('history.incident.source'), value: incident.sourceId },
        {
          label: t('history.incident.key'),
          value: <code>{incident.incidentKey}</code>,
        },
        {
          label: t('history.incident.started'),
          value: absoluteTime(incident.startedAt),
        },
        {
          label: t('history.incident.resolved'),
          value: incident.resolvedAt && absoluteTime(incident.resolvedAt),
        },
        {
          label: t('history.incident.episode'),
          // The first time needs no number.
          value: incident.episode > 1 ? incident.episode : undefined,
        },
        {
          // As text, when it is nothing that may be a link.
          label: t('history.incident.url'),
          value: webUrl(incident.url) ? undefined : incident.url,
        },
      ]}
    />
  );
}
