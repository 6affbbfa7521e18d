import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import FileCopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useTexts } from '../../texts';
import { NodeIcon } from '../canvas/NodeIcon';
import { useClipboardCommands } from '../commands/useClipboardCommands';
import { useSelectionCommands } from '../commands/useSelectionCommands';
import { useBuilderEnvironment } from '../context/BuilderContext';

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
  /** The steps and notes that may be copied and removed from here. */
  ids?: readonly string[];
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { editable } = useBuilderEnvironment();
  const { kind, title, help, ids = [] } = props;
  const { remove } = useSelectionCommands();
  const { duplicate } = useClipboardCommands();
  const buttons = [
    { id: 'duplicate', Icon: FileCopyIcon, onClick: duplicate },
    {
      id: ids.length > 1 ? 'removeSeveral' : 'removeNode',
      Icon: DeleteIcon,
      onClick: () => remove([], ids),
    },
  ] as const;
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
      {editable &&
        ids.length > 0 &&
        buttons.map(({ id, Icon, onClick }) => (
          <Tooltip key={id} title={t(`builder.inspector.${id}`)}>
            <IconButton
              size="small"
              aria-label={t(`builder.inspector.${id}`)}
              onClick={onClick}
            >
              <Icon fontSize="small" />
            </IconButton>
          </Tooltip>
        ))}
    </div>
  );
};
