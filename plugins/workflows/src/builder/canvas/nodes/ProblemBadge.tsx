import Tooltip from '@material-ui/core/Tooltip';
import ErrorIcon from '@material-ui/icons/Error';
import WarningIcon from '@material-ui/icons/Warning';
import { useNodeProblems } from '../../context/ProblemsContext';
import { nodeProblemsId } from '../../model/flow';
import { useNodeLook } from './NodeLookContext';

/** Says on the node that something is wrong with it. */
export const ProblemBadge = ({ nodeId }: { nodeId: string }) => {
  const { classes, t } = useNodeLook();
  const problems = useNodeProblems(nodeId);
  if (problems.length === 0) {
    return null;
  }
  const isError = problems.some(problem => problem.severity === 'error');
  const Icon = isError ? ErrorIcon : WarningIcon;
  return (
    <Tooltip title={problems.map(problem => problem.message).join(' · ')}>
      <span
        role="img"
        id={nodeProblemsId(nodeId)}
        aria-label={t('builder.node.problems', { count: problems.length })}
        data-testid={`problems-${nodeId}`}
        className={`${classes.badge} ${
          isError ? classes.error : classes.warning
        }`}
      >
        <Icon fontSize="small" />
      </span>
    </Tooltip>
  );
};
