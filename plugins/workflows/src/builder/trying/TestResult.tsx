import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { blocksDryRun } from 'backstage-plugin-workflows-common';
import { Disclosure } from '../../components/Disclosure/Disclosure';
import { JsonBlock } from '../../components/JsonBlock/JsonBlock';
import { useTexts } from '../../texts';
import { Section } from '../inspector/Section';
import { ProblemsList } from '../problems/ProblemsList';
import { TriggerVerdict } from './TriggerVerdict';
import { TriedSteps } from './TriedSteps';
import type { TryingState } from './createTryingStore';
import { useStaleNodes } from './useStaleNodes';

type Result = NonNullable<TryingState['result']>;

const useStyles = makeStyles(theme => ({
  root: { fontFamily: theme.typography.fontFamily },
  // One above the other: the panel is narrow.
  stale: { margin: theme.spacing(0, 2, 2) },
}));

const SEVERITY = {
  COMPLETED: 'success',
  FAILED: 'error',
  CANCELLED: 'warning',
} as const;

/** What came of a test, from the trigger to the last step. */
export const TestResult = (props: { result: Result; onAgain: () => void }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { result, onAgain } = props;
  const { outcome, trigger, incident, problems } = result.run;
  const stale = useStaleNodes(result);
  if (!outcome) {
    const errors = problems.filter(blocksDryRun);
    return (
      <Section title={t('trying.problems', { count: errors.length })}>
        <ProblemsList problems={errors} />
      </Section>
    );
  }
  return (
    <div data-testid="test-result" className={classes.root}>
      {stale.size > 0 && (
        <Alert
          severity="warning"
          className={classes.stale}
          action={
            <Button size="small" color="inherit" onClick={onAgain}>
              {t('trying.again')}
            </Button>
          }
        >
          {t('trying.staleSome')}
        </Alert>
      )}
      <Section title={t('builder.node.trigger')}>
        {trigger && <TriggerVerdict trigger={trigger} />}
      </Section>
      <Section title={t('trying.steps')}>
        <Alert severity={SEVERITY[outcome]}>
          {t(`trying.outcome.${outcome}`)}
        </Alert>
        <TriedSteps result={result} stale={stale} />
        {incident && (
          <Disclosure title={t('trying.incident')}>
            <JsonBlock label={t('trying.incident')} value={incident} />
          </Disclosure>
        )}
        <Typography variant="caption" color="textSecondary">
          {t('trying.nothingSent')}
        </Typography>
      </Section>
    </div>
  );
};
