import type { WidgetProps } from '@rjsf/utils';
import { SwitchField } from './SwitchField';

/** Something that is or is not so, in a schema's form. */
export const CheckboxWidget = (props: WidgetProps) => (
  <SwitchField
    label={props.label}
    help={props.schema.description ?? ''}
    value={props.value}
    onChange={props.onChange}
  />
);
