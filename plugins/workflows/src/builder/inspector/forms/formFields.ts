import type { RegistryFieldsType, RegistryWidgetsType } from '@rjsf/utils';
import { CheckboxWidget } from '../fields/CheckboxWidget';
import { ConditionsField } from '../fields/ConditionsField';
import { DurationFormField } from '../fields/DurationFormField';
import { JsonField } from '../fields/JsonField';
import { KeyValueField } from '../fields/KeyValueField';
import { ListField } from '../fields/ListField';
import { OptionalField } from '../fields/OptionalField';
import { RefsField } from '../fields/RefsField';
import { SecretField } from '../fields/SecretField';
import { SelectWidget } from '../fields/SelectWidget';
import { LineField, TextsField } from '../fields/TemplateField';
import { UnionField } from '../fields/UnionField';
import type { FieldName } from './fieldNames';

/** Our own fields in a schema's form, by the name that `uiSchemaOf` picks. */
export const FORM_FIELDS = {
  conditions: ConditionsField,
  duration: DurationFormField,
  json: JsonField,
  keyValue: KeyValueField,
  line: LineField,
  list: ListField,
  markdown: TextsField,
  optional: OptionalField,
  refs: RefsField,
  secret: SecretField,
  text: TextsField,
  union: UnionField,
  url: LineField,
} satisfies Record<FieldName, RegistryFieldsType[string]>;

/** Our own widgets, which stand where the form's would: one for each plain value. */
export const FORM_WIDGETS: RegistryWidgetsType = {
  CheckboxWidget,
  SelectWidget,
};
