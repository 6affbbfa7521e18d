import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  input: { fontFamily: 'monospace', fontSize: 13, lineHeight: '20px' },
});

/** A text that is to be JSON. */
export const JsonTextField = (props: {
  label: string;
  value: string;
  error?: string;
  onChange: (text: string) => void;
}) => {
  const classes = useStyles();
  const { label, value, error, onChange } = props;
  return (
    <TextField
      fullWidth
      multiline
      minRows={5}
      maxRows={16}
      label={label}
      value={value}
      error={error !== undefined}
      helperText={error}
      InputProps={{ classes: { input: classes.input } }}
      inputProps={{ 'aria-label': label, spellCheck: false }}
      onChange={event => onChange(event.target.value)}
    />
  );
};
