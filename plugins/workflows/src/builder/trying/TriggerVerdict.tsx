import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import type {
  DryRun,
  EntityScopeReason,
} from 'backstage-plugin-workflows-common';
import { Explanation } from '../../components/ExecutionPage/steps/Explanation';
import { useTexts } from '../../texts';
import { matchingMessages } from '../../translations/matching';

type RefusedScope = keyof typeof matchingMessages.explain.scope;

function isRefused(reason: EntityScopeReason): reason is RefusedScope {
  return Object.hasOwn(matchingMessages.explain.scope, reason);
}

/** Whether the incident would have set the workflow off, and why, or why not. */
export const TriggerVerdict = (props: {
  trigger: NonNullable<DryRun['trigger']>;
}) => {
  const { t } = useTexts();
  const { matched, stoppedBy, scope, explanation } = props.trigger;
  return (
    <>
      <Alert severity={matched ? 'success' : 'warning'}>
        {matched
          ? t('trying.trigger.matched')
          : t(`trying.trigger.${stoppedBy ?? 'conditions'}`)}{' '}
        {stoppedBy === 'scope' &&
          isRefused(scope.reason) &&
          t(`matching.explain.scope.${scope.reason}`)}{' '}
        {!matched && t('trying.trigger.pathAllTheSame')}
      </Alert>
      {scope.explanation && <Explanation condition={scope.explanation} />}
      {explanation.conditions.length > 0 ? (
        <Explanation condition={explanation} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('builder.trigger.noConditions')}
        </Typography>
      )}
    </>
  );
};
