import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ExecutionStatus,
  WorkflowSummary,
} from 'backstage-plugin-workflows-common';
import { executionRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { ExecutionStatusChip } from '../ExecutionStatus/ExecutionStatusChip';
import { RelativeTime } from '../RelativeTime/RelativeTime';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
}));

/** How the newest run went, and when it was. */
export function LastRun(props: {
  execution: WorkflowSummary['lastExecution'];
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const executionPath = useRouteRef(executionRouteRef);
  const { execution } = props;
  if (!execution) {
    return <>{t('workflows.list.neverRan')}</>;
  }
  return (
    <span className={classes.root}>
      <ExecutionStatusChip status={execution.status as ExecutionStatus} />
      <Link to={executionPath({ id: execution.id })}>
        <RelativeTime iso={execution.createdAt} />
      </Link>
    </span>
  );
}
