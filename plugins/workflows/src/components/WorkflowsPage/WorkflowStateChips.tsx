import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import EditIcon from '@material-ui/icons/Edit';
import PauseCircleOutlineIcon from '@material-ui/icons/PauseCircleOutline';
import PublishIcon from '@material-ui/icons/Publish';
import type { WorkflowSummary } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { StatusChip } from '../StatusChip/StatusChip';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
}));

const LOOK = {
  enabled: { tone: 'ok', icon: CheckCircleOutlineIcon },
  disabled: { tone: 'neutral', icon: PauseCircleOutlineIcon },
  draft: { tone: 'neutral', icon: EditIcon },
  unpublished: { tone: 'info', icon: PublishIcon },
} as const;

/** Whether it starts anything, and whether there is more than what runs. */
export function WorkflowStateChips(props: { workflow: WorkflowSummary }) {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <span className={classes.root}>
      {statesOf(props.workflow).map(state => (
        <StatusChip
          key={state}
          {...LOOK[state]}
          label={t(`workflows.state.${state}`)}
        />
      ))}
    </span>
  );
}

function statesOf(workflow: WorkflowSummary): Array<keyof typeof LOOK> {
  const { enabled, latestVersion, publishedVersion } = workflow;
  if (publishedVersion === undefined) {
    return ['draft'];
  }
  const state = enabled ? 'enabled' : 'disabled';
  return publishedVersion === latestVersion ? [state] : [state, 'unpublished'];
}
