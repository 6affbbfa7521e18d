import { type Theme, makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';
import { useTexts } from '../../../texts';
import { toneColor } from '../../StatusChip/tones';

const useStyles = makeStyles<Theme, { holds: boolean }>(theme => ({
  root: {
    flex: 'none',
    fontSize: theme.typography.pxToRem(18),
    color: ({ holds }) => toneColor(theme, holds ? 'ok' : 'error'),
  },
}));

/** A tick or a cross, with its meaning for those who do not see it. */
export function HoldsMark(props: { holds: boolean }) {
  const classes = useStyles(props);
  const { t } = useTexts();
  const Icon = props.holds ? CheckIcon : CloseIcon;
  return (
    <Icon
      className={classes.root}
      titleAccess={t(
        props.holds
          ? 'history.condition.holds'
          : 'history.condition.doesNotHold',
      )}
    />
  );
}
