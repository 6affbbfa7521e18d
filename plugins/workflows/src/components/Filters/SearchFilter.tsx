import TextField from '@material-ui/core/TextField';
import { useEffect, useId, useState } from 'react';

const SETTLE_MS = 300;
const MAX_LENGTH = 200;

/** A text to search for, passed on once the typing pauses. */
export function SearchFilter(props: {
  label: string;
  placeholder: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { value = '', onChange } = props;
  const [text, setText] = useState(value);
  // Cleared from outside: the field follows.
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) {
      return undefined;
    }
    const timer = setTimeout(() => onChange(text || undefined), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <TextField
      id={useId()}
      type="search"
      size="small"
      variant="outlined"
      label={props.label}
      placeholder={props.placeholder}
      inputProps={{ maxLength: MAX_LENGTH }}
      value={text}
      onChange={event => setText(event.target.value)}
    />
  );
}
