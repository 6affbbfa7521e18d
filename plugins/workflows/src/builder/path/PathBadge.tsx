import Tooltip from '@material-ui/core/Tooltip';
import { useTheme } from '@material-ui/core/styles';
import UpdateIcon from '@material-ui/icons/Update';
import { RUN_STATE_LOOK } from '../../components/ExecutionPage/steps/runStateLook';
import { toneColor } from '../../components/StatusChip/tones';
import { useNodeLook } from '../canvas/nodes/NodeLookContext';
import { nodePathId } from '../model/flow';
import type { NodeOnPath } from './CanvasPath';

/** Says on a node what became of it. */
export const PathBadge = (props: { nodeId: string; on: NodeOnPath }) => {
  const { classes, t } = useNodeLook();
  const theme = useTheme();
  const { state, isStale } = props.on;
  const { tone, icon } = RUN_STATE_LOOK[state];
  const Icon = isStale ? UpdateIcon : icon;
  const label = [t(`history.step.state.${state}`), isStale && t('trying.stale')]
    .filter(Boolean)
    .join(' · ');
  return (
    <Tooltip title={label}>
      <span
        role="img"
        id={nodePathId(props.nodeId)}
        aria-label={label}
        data-testid={`path-${props.nodeId}`}
        className={classes.pathBadge}
        style={{ color: toneColor(theme, isStale ? 'warning' : tone) }}
      >
        <Icon fontSize="small" />
      </span>
    </Tooltip>
  );
};
