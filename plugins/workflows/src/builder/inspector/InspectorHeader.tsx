import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import { workflowsTranslationRef } from '../../translation';
import { NodeIcon } from '../canvas/NodeIcon';
import {
  useBuilderEnvironment,
  useEditDefinition,
} from '../context/BuilderContext';
import { remove } from '../model/operations/remove';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    minHeight: 56,
    padding: theme.spacing(1, 2),
  },
  text: { flex: 1, minWidth: 0 },
}));

/** What the inspector is about, and the way to remove it. */
export const InspectorHeader = (props: {
  kind: string;
  title: string;
  help?: string;
  /** Ids of the steps that may go. */
  removable?: readonly string[];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { editable } = useBuilderEnvironment();
  const edit = useEditDefinition();
  const { kind, title, help, removable = [] } = props;
  const label = t(
    removable.length > 1
      ? 'builder.inspector.removeSeveral'
      : 'builder.inspector.removeNode',
  );
  return (
    <div className={classes.root}>
      <NodeIcon kind={kind} />
      <div className={classes.text}>
        <Typography variant="subtitle1" component="h2" noWrap title={title}>
          {title}
        </Typography>
        {help && (
          <Typography variant="caption" color="textSecondary">
            {help}
          </Typography>
        )}
      </div>
      {editable && removable.length > 0 && (
        <Tooltip title={label}>
          <IconButton
            size="small"
            aria-label={label}
            onClick={() =>
              edit(definition => remove(definition, { nodes: removable }))
            }
          >
            <DeleteIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
    </div>
  );
};
