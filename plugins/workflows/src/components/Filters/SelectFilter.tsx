import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

const ALL = 'all';

/** One of a few values, or all of them. */
export function SelectFilter<T extends string>(props: {
  label: string;
  allLabel: string;
  options: { value: T; label: string }[];
  value: T | undefined;
  onChange: (value: T | undefined) => void;
}) {
  return (
    <TextField
      select
      id={useId()}
      size="small"
      variant="outlined"
      label={props.label}
      value={props.value ?? ALL}
      onChange={({ target: { value } }) =>
        props.onChange(
          props.options.find(option => option.value === value)?.value,
        )
      }
    >
      <MenuItem value={ALL}>{props.allLabel}</MenuItem>
      {props.options.map(({ value, label }) => (
        <MenuItem key={value} value={value}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
}
