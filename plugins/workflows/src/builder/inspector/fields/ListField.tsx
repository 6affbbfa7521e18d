import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import type { FieldProps, RJSFSchema } from '@rjsf/utils';
import { useId } from 'react';

/** Some texts; those of an enumeration are chosen, others are typed. */
export const ListField = (props: FieldProps) => {
  const { schema, name, formData = [], onChange, disabled, readonly } = props;
  const { enum: choices } = schema.items as RJSFSchema;
  const [error] = props.rawErrors ?? [];
  return (
    <Autocomplete
      id={useId()}
      multiple
      autoSelect
      freeSolo={!choices}
      disableCloseOnSelect={Boolean(choices)}
      disabled={disabled || readonly}
      options={(choices ?? []) as string[]}
      value={formData as string[]}
      onChange={(_, next) => {
        const texts = next.map(text => text.trim()).filter(Boolean);
        onChange(texts.length > 0 ? texts : undefined);
      }}
      renderInput={params => (
        <TextField
          {...params}
          label={schema.title ?? name}
          error={error !== undefined}
          helperText={error ?? schema.description}
        />
      )}
    />
  );
};
