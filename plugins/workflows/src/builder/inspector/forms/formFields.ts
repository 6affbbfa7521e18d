import type { RegistryFieldsType, RegistryWidgetsType } from '@rjsf/utils';
import { ConditionsField } from '../fields/ConditionsField';
import { DurationFormField } from '../fields/DurationFormField';
import { JsonField } from '../fields/JsonField';
import { KeyValueField } from '../fields/KeyValueField';
import { ListField } from '../fields/ListField';
import { SecretField } from '../fields/SecretField';

/**
 * Our own fields in a schema's form, by the name that `uiSchemaOf` picks. A
 * schema asks for one of them by `x-workflows-field`.
 */
export const FORM_FIELDS = {
  conditions: ConditionsField,
  duration: DurationFormField,
  json: JsonField,
  keyValue: KeyValueField,
  list: ListField,
  secret: SecretField,
} satisfies RegistryFieldsType;

/** Our own widgets, which stand where the form's would: one for each plain value. */
export const FORM_WIDGETS: RegistryWidgetsType = {};
