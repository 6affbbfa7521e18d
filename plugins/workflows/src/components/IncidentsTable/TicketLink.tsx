import { Link } from '@backstage/core-components';
import type { IncidentTicket } from 'backstage-plugin-workflows-common';
import { webUrl } from '../IncidentPage/webUrl';

/** A ticket's key, leading to it when its URL is one of the web. */
export function TicketLink(props: { ticket: IncidentTicket }) {
  const { key, url } = props.ticket;
  const to = webUrl(url);
  return to ? <Link to={to}>{key}</Link> : <>{key}</>;
}
