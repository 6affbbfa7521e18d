import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import Switch from '@material-ui/core/Switch';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';

// The thumb, which has room around it, begins where other fields do.
const useStyles = makeStyles({ label: { marginLeft: -4 } });

/** Something that is or is not so. What is not so is left out. */
export const SwitchField = (props: {
  label: string;
  help: string;
  value: boolean | undefined;
  onChange: (value: true | undefined) => void;
}) => {
  const classes = useStyles();
  const helpId = useId();
  return (
    <div>
      <FormControlLabel
        className={classes.label}
        label={props.label}
        control={
          <Switch
            size="small"
            color="primary"
            checked={props.value ?? false}
            inputProps={{ 'aria-describedby': helpId }}
            onChange={(_, checked) => props.onChange(checked || undefined)}
          />
        }
      />
      <FormHelperText id={helpId} variant="outlined">
        {props.help}
      </FormHelperText>
    </div>
  );
};
