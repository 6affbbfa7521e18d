import Typography from '@material-ui/core/Typography';
import type {
  ExecutionStep,
  WorkflowNode,
} from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { Disclosure } from '../../Disclosure/Disclosure';
import { JsonBlock } from '../../JsonBlock/JsonBlock';
import { readableBody } from '../run/readableBody';
import { Countdown } from '../Countdown';
import { AttemptList } from './AttemptList';
import { BranchTaken } from './BranchTaken';
import { RequestSummary } from './RequestSummary';
import { StepEffect } from './StepEffect';
import { StepFailure } from './StepFailure';

/** What happened in a step: the outcome in sight, the evidence one click away. */
export function StepDetails(props: {
  node: WorkflowNode;
  step: ExecutionStep;
}) {
  const { t } = useTexts();
  const { node, step } = props;
  return (
    <>
      {node.type === 'delay' && (
        <Typography variant="body2">
          {t('history.step.delayFor', { duration: node.data.duration })}
        </Typography>
      )}
      {step.state === 'waiting' && step.resumeAt && (
        <Typography variant="body2">
          <Countdown until={step.resumeAt} />
        </Typography>
      )}
      <BranchTaken step={step} />
      <RequestSummary step={step} />
      <StepEffect step={step} />
      {step.error && <StepFailure error={step.error} />}
      <div>
        {step.request && (
          <Disclosure title={t('history.step.request')}>
            <JsonBlock
              label={t('history.step.request')}
              value={readableBody(step.request)}
            />
          </Disclosure>
        )}
        {/* A condition's output repeats its explanation, a delay's says nothing. */}
        {node.type === 'action' && step.output !== undefined && (
          <Disclosure title={t('history.step.output')}>
            <JsonBlock label={t('history.step.output')} value={step.output} />
          </Disclosure>
        )}
        {step.attempts.length > 0 && (
          <Disclosure
            title={t('history.step.attempts', {
              total: String(step.attempts.length),
            })}
            defaultOpen={step.state === 'failed' || step.attempts.length > 1}
          >
            <AttemptList attempts={step.attempts} />
          </Disclosure>
        )}
      </div>
    </>
  );
}
