import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import FileCopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useTexts } from '../../../texts';

export type RowAction = 'moveUp' | 'moveDown' | 'duplicate' | 'remove';

const ICONS = {
  moveUp: ArrowUpwardIcon,
  moveDown: ArrowDownwardIcon,
  duplicate: FileCopyIcon,
  remove: DeleteIcon,
};

const useStyles = makeStyles({ root: { display: 'flex' } });

/** What is done to a whole row. */
export const ConditionRowButtons = (props: {
  number: string;
  isGroup: boolean;
  actions: readonly RowAction[];
  onAction: (action: RowAction) => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { number, isGroup, actions, onAction } = props;
  return (
    <div className={classes.root}>
      {actions.map(action => {
        const Icon = ICONS[action];
        const label = t(
          action === 'remove' && isGroup
            ? 'inspector.condition.removeGroup'
            : `inspector.condition.${action}`,
          { number },
        );
        return (
          <Tooltip key={action} title={label}>
            <IconButton
              size="small"
              aria-label={label}
              data-action={action}
              onClick={() => onAction(action)}
            >
              <Icon fontSize="small" />
            </IconButton>
          </Tooltip>
        );
      })}
    </div>
  );
};
