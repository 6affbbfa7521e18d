import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useId } from 'react';

/** A text with suggestions; any other text may be typed as well. */
export const SuggestField = (props: {
  label: string;
  help?: string;
  options: readonly string[];
  value: string;
  onChange: (value: string) => void;
}) => {
  const { label, help, options, value, onChange } = props;
  return (
    <Autocomplete
      id={useId()}
      freeSolo
      fullWidth
      disableClearable
      options={[...options]}
      value={value}
      inputValue={value}
      onChange={(_, chosen) => onChange(chosen)}
      // It also reports the texts that it sets itself, an empty one at first.
      onInputChange={(_, text, reason) => reason === 'input' && onChange(text)}
      renderInput={params => (
        <TextField {...params} label={label} helperText={help} />
      )}
    />
  );
};
