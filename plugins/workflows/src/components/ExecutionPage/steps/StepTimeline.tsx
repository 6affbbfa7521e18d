import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowExecution } from 'backstage-plugin-workflows-common';
import type { RunView } from '../run/toRunView';
import { StepItem } from './StepItem';

const useStyles = makeStyles({
  root: { listStyle: 'none', margin: 0, padding: 0 },
});

/** Every node of a run from top to bottom, in the order in which they run. */
export function StepTimeline(props: {
  run: RunView;
  execution: WorkflowExecution;
}) {
  const classes = useStyles();
  return (
    <ol className={classes.root}>
      {props.run.nodes.map(runNode => (
        <StepItem
          key={runNode.node.id}
          runNode={runNode}
          execution={props.execution}
        />
      ))}
    </ol>
  );
}
