import Typography from '@material-ui/core/Typography';
import type { ExecutionStep } from 'backstage-plugin-workflows-common';
import { absoluteTime, clockTime } from '../../RelativeTime/absoluteTime';
import { describeDuration } from '../../RelativeTime/describeDuration';

/** When something of a run began, and how long it took. */
export function StepTimes(props: {
  step: Pick<ExecutionStep, 'startedAt' | 'finishedAt'>;
}) {
  const { startedAt, finishedAt } = props.step;
  if (!startedAt) {
    return null;
  }
  return (
    <Typography variant="body2" color="textSecondary" component="span">
      <time dateTime={startedAt} title={absoluteTime(startedAt)}>
        {clockTime(startedAt)}
      </time>
      {finishedAt &&
        ` · ${describeDuration(
          Date.parse(finishedAt) - Date.parse(startedAt),
        )}`}
    </Typography>
  );
}
