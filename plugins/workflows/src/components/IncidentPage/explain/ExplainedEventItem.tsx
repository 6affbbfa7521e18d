import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityScopeReason,
  ExplainedEvent,
} from 'backstage-plugin-workflows-common';
import { executionRouteRef } from '../../../routes';
import { matchingMessages } from '../../../translations/matching';
import { useTexts } from '../../../texts';
import { Explanation } from '../../ExecutionPage/steps/Explanation';

type RefusedScope = keyof typeof matchingMessages.explain.scope;

function isRefused(reason: EntityScopeReason): reason is RefusedScope {
  return Object.hasOwn(matchingMessages.explain.scope, reason);
}

/** A sender's time that is later told than it happened by more than this is shown with both. */
const LATE_MS = 60_000;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(0.5),
    paddingLeft: theme.spacing(2),
    borderLeft: `3px solid ${theme.palette.divider}`,
  },
  ran: { borderLeftColor: theme.palette.success.main },
}));

/** One event, and what became of it for the workflow, in sentences. */
export function ExplainedEventItem(props: { event: ExplainedEvent }) {
  const classes = useStyles();
  const { t } = useTexts();
  const executionPath = useRouteRef(executionRouteRef);
  const { event } = props;
  const { outcome, reachedAt, scope, conditions } = event;
  return (
    <li
      className={`${classes.root} ${outcome === 'ran' ? classes.ran : ''}`}
      data-testid={`explained-${outcome}`}
    >
      <Typography variant="caption" color="textSecondary">
        <When event={event} />
        {event.version !== undefined &&
          ` · ${t('matching.explain.version', {
            version: String(event.version),
          })}`}
      </Typography>
      <Typography variant="body1">
        {t(`matching.explain.outcome.${outcome}`)}{' '}
        {outcome === 'scope' &&
          scope &&
          isRefused(scope.reason) &&
          t(`matching.explain.scope.${scope.reason}`)}{' '}
        {reachedAt &&
          t(
            outcome === 'age_not_reached'
              ? 'matching.explain.wouldReachAt'
              : 'matching.explain.reachedAt',
            { time: local(reachedAt) },
          )}{' '}
        {event.reason} {event.killSwitch && t('matching.explain.killSwitch')}{' '}
        {event.executionId && (
          <Link to={executionPath({ id: event.executionId })}>
            {t('matching.explain.run')}
          </Link>
        )}
      </Typography>
      {outcome === 'conditions' && conditions && (
        <Explanation condition={conditions} />
      )}
      {outcome === 'scope' && scope?.explanation && (
        <Explanation condition={scope.explanation} />
      )}
    </li>
  );
}

function When(props: { event: ExplainedEvent }) {
  const { t } = useTexts();
  const { occurredAt, receivedAt } = props.event;
  const isLate = Date.parse(receivedAt) - Date.parse(occurredAt) > LATE_MS;
  const time = local(occurredAt);
  return (
    <>
      {isLate
        ? t('matching.explain.arrivedLate', {
            time,
            received: local(receivedAt),
          })
        : t('matching.explain.arrived', { time })}
    </>
  );
}

function local(iso: string): string {
  return new Date(iso).toLocaleString();
}
