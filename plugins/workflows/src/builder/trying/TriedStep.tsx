import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DryRunStep,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { readableBody } from '../../components/ExecutionPage/run/readableBody';
import { requestLine } from '../../components/ExecutionPage/run/requestLine';
import type { RunNodeState } from '../../components/ExecutionPage/run/toRunView';
import { Explanation } from '../../components/ExecutionPage/steps/Explanation';
import { StepFailure } from '../../components/ExecutionPage/steps/StepFailure';
import { JsonBlock } from '../../components/JsonBlock/JsonBlock';
import { describeDuration } from '../../components/RelativeTime/describeDuration';
import { useTexts } from '../../texts';
import { TriedOutput } from './TriedOutput';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
    padding: theme.spacing(0, 1, 1.5),
  },
  line: { fontFamily: 'monospace', fontSize: 13, overflowWrap: 'anywhere' },
}));

/** What one step would do, and why. */
export const TriedStep = (props: {
  node: WorkflowNode;
  state: RunNodeState;
  step?: DryRunStep;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { node, state, step } = props;
  if (!step || state === 'skipped') {
    return (
      <div className={classes.root}>
        <Typography variant="body2">
          {t(
            state === 'skipped'
              ? 'history.step.why.skipped'
              : 'trying.step.notReached',
          )}
        </Typography>
      </div>
    );
  }
  const { branch, explanation, waitMs, error, request } = step;
  const line = requestLine(request);
  return (
    <div className={classes.root}>
      {branch && (
        <Typography variant="body2">
          <strong>{t(`history.step.branch.${branch}`)}</strong>
        </Typography>
      )}
      {waitMs !== undefined && (
        <Typography variant="body2">
          {t('trying.step.waits', { duration: describeDuration(waitMs) })}
        </Typography>
      )}
      {explanation && <Explanation condition={explanation} />}
      {error && <StepFailure error={error} />}
      {request && (
        <div>
          <Typography variant="subtitle2" component="h4">
            {t('trying.step.request')}
          </Typography>
          {line && <div className={classes.line}>{line}</div>}
          <JsonBlock
            label={t('trying.step.request')}
            value={readableBody(request)}
          />
        </div>
      )}
      {node.type === 'action' && (
        <TriedOutput node={node} output={step.output} />
      )}
    </div>
  );
};
