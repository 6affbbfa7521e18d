import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment, useId } from 'react';

const useStyles = makeStyles(theme => ({
  option: { marginTop: theme.spacing(0.5), marginRight: 0 },
  // Below the option's words, not below its circle.
  help: { margin: theme.spacing(-1, 0, 0.5, 3.75) },
}));

/** One of several, each with a sentence on what it does. */
export function Choice<T extends string>(props: {
  label: string;
  options: readonly { value: T; label: string; help: string }[];
  value: T;
  onChange: (value: T) => void;
}) {
  const classes = useStyles();
  const id = useId();
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend" id={id}>
        {props.label}
      </FormLabel>
      <RadioGroup
        aria-labelledby={id}
        value={props.value}
        onChange={(_, value) => props.onChange(value as T)}
      >
        {props.options.map(({ value, label, help }) => (
          <Fragment key={value}>
            <FormControlLabel
              className={classes.option}
              value={value}
              label={label}
              control={
                <Radio
                  size="small"
                  color="primary"
                  inputProps={{ 'aria-describedby': `${id}-${value}` }}
                />
              }
            />
            <FormHelperText id={`${id}-${value}`} className={classes.help}>
              {help}
            </FormHelperText>
          </Fragment>
        ))}
      </RadioGroup>
    </FormControl>
  );
}
