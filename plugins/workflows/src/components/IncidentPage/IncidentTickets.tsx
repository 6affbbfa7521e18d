import { makeStyles } from '@material-ui/core/styles';
import { type Incident, ticketsOf } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { Section } from '../Facts/Section';
import { TicketLink } from '../IncidentsTable/TicketLink';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(0.5),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    overflowWrap: 'anywhere',
  },
  more: { color: theme.palette.text.secondary },
}));

/** The tickets elsewhere that are about the incident. */
export function IncidentTickets(props: { incident: Incident }) {
  const classes = useStyles();
  const { t } = useTexts();
  const tickets = ticketsOf(props.incident);
  if (tickets.length === 0) {
    return null;
  }
  return (
    <Section title={t('intake.tickets.title')}>
      <ul className={classes.list}>
        {tickets.map(ticket => (
          <li key={`${ticket.system} ${ticket.key}`}>
            <TicketLink ticket={ticket} /> {ticket.title}{' '}
            <span className={classes.more}>
              {[ticket.system, ticket.state].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
