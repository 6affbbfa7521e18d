import type { FieldProps } from '@rjsf/utils';
import { DurationField } from './DurationField';

/** A duration in a schema's form. */
export const DurationFormField = (props: FieldProps) => (
  <DurationField
    label={props.schema.title ?? props.name}
    help={props.rawErrors?.[0] ?? props.schema.description}
    value={props.formData}
    onChange={props.onChange}
  />
);
