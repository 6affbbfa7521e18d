import MenuItem from '@material-ui/core/MenuItem';
import {
  type WidgetProps,
  enumOptionsIndexForValue,
  enumOptionsValueForIndex,
} from '@rjsf/utils';
import { Field } from './Field';

/**
 * One of several values, in a schema's form. The form's own select hands
 * properties to the page that the page does not know, and warns of it.
 */
export const SelectWidget = (props: WidgetProps) => {
  const { id, label, hideLabel, options, required, value, rawErrors } = props;
  const { enumOptions = [], emptyValue } = options;
  const index = enumOptionsIndexForValue(value, enumOptions);
  return (
    <Field
      id={id}
      select
      fullWidth
      label={hideLabel ? undefined : label || undefined}
      required={required}
      disabled={props.disabled || props.readonly}
      error={Boolean(rawErrors?.length)}
      value={typeof index === 'string' ? index : ''}
      SelectProps={{
        displayEmpty: false,
        ...(hideLabel && {
          SelectDisplayProps: { 'aria-label': label || props.name },
        }),
      }}
      onChange={event =>
        props.onChange(
          enumOptionsValueForIndex(event.target.value, enumOptions, emptyValue),
        )
      }
    >
      {!required && emptyValue !== undefined && <MenuItem value="">—</MenuItem>}
      {enumOptions.map((option, at) => (
        <MenuItem key={option.label} value={String(at)}>
          {option.label}
        </MenuItem>
      ))}
    </Field>
  );
};
