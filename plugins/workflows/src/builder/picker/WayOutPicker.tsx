import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts';
import type { WayOut } from '../model/waysOut';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(0, 2),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
}));

/** By which way out of a condition the step follows. */
export const WayOutPicker = (props: {
  value: WayOut;
  onChange: (wayOut: WayOut) => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <RadioGroup
      row
      className={classes.root}
      aria-label={t('builder.picker.wayOut')}
      value={props.value}
      onChange={(_, value) => props.onChange(value as WayOut)}
    >
      {(['true', 'false'] as const).map(way => (
        <FormControlLabel
          key={way}
          value={way}
          label={t(
            way === 'true'
              ? 'builder.inspector.nextTrue'
              : 'builder.inspector.nextFalse',
          )}
          control={<Radio size="small" color="primary" />}
        />
      ))}
    </RadioGroup>
  );
};
