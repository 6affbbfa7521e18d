import TextField, { type TextFieldProps } from '@material-ui/core/TextField';
import { useId } from 'react';

/** A field whose label names it to a screen reader as well. */
export const Field = (props: TextFieldProps) => (
  <TextField id={useId()} {...props} />
);
