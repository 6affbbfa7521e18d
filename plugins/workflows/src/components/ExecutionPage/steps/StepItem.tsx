import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import type { WorkflowExecution } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { StatusChip } from '../../StatusChip/StatusChip';
import { nodeTitle } from '../run/describeNode';
import type { RunNode } from '../run/toRunView';
import { NodeTypeIcon } from './NodeTypeIcon';
import { StepDetails } from './StepDetails';
import { StepTimes } from './StepTimes';
import { TriggerDetails } from './TriggerDetails';
import { RUN_STATE_LOOK } from './runStateLook';
import { useStepStyles } from './useStepStyles';

/** One node of a run: what it is, how it stands and what happened in it. */
export function StepItem(props: {
  runNode: RunNode;
  execution: WorkflowExecution;
}) {
  const { t } = useTexts();
  const { node, state, step } = props.runNode;
  const look = RUN_STATE_LOOK[state];
  const dimmed =
    state === 'skipped' || state === 'not_reached' || state === 'pending';
  const classes = useStepStyles({ tone: look.tone, dimmed });
  return (
    <li className={classes.root} data-testid={`step-${node.id}`}>
      <div className={classes.rail}>
        <span className={classes.badge}>
          <NodeTypeIcon type={node.type} />
        </span>
      </div>
      <Paper variant="outlined" className={classes.card}>
        <div className={classes.head}>
          <div className={classes.name}>
            <Typography component="h4" className={classes.title}>
              {nodeTitle(node)}
            </Typography>
            <span className={classes.type}>
              {t(`history.step.type.${node.type}`)}
              {node.type === 'action' && ` · ${node.data.actionType}`}
              {` · ${node.id}`}
            </span>
          </div>
          {step && !dimmed && <StepTimes step={step} />}
          <StatusChip {...look} label={t(`history.step.state.${state}`)} />
        </div>
        {dimmed && (
          <Typography variant="body2">
            {t(`history.step.why.${state}`)}
          </Typography>
        )}
        {node.type === 'trigger' && (
          <TriggerDetails execution={props.execution} />
        )}
        {step && !dimmed && <StepDetails node={node} step={step} />}
      </Paper>
    </li>
  );
}
