import type { JsonObject } from '@backstage/types';
import { withTheme } from '@rjsf/core';
import { Theme } from '@rjsf/material-ui';
import type { RJSFSchema } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { useMemo } from 'react';
import { FORM_FIELDS, FORM_WIDGETS } from './formFields';
import { formTemplates } from './formTemplates';
import { inOurWords } from './inOurWords';
import { uiSchemaOf } from './uiSchemaOf';

const Form = withTheme(Theme);
// A map that nobody filled in is not there, rather than there and empty.
const DEFAULTS = { emptyObjectFields: 'skipDefaults' } as const;

/** The form of an action or a trigger, made from its JSON Schema. */
export const ConfigForm = (props: {
  id: string;
  schema: JsonObject;
  config: JsonObject;
  readonly: boolean;
  /** No text of it is a template. */
  literal?: boolean;
  /** What validation says of a place, by the path within the config. */
  messages: ReadonlyMap<string, string>;
  onChange: (config: JsonObject) => void;
}) => {
  const { id, config, readonly, literal = false, messages, onChange } = props;
  const schema = props.schema as RJSFSchema;
  const uiSchema = useMemo(
    () => uiSchemaOf(schema, literal),
    [schema, literal],
  );
  // Told from outside: the form itself adds new errors to what it told before.
  const errors = useMemo(
    () =>
      validator.validateFormData(config, schema, undefined, found =>
        inOurWords(found, messages),
      ).errorSchema,
    [config, schema, messages],
  );
  return (
    <Form
      tagName="div"
      idPrefix={`config-${id}`}
      schema={schema}
      uiSchema={uiSchema}
      fields={FORM_FIELDS}
      widgets={FORM_WIDGETS}
      templates={formTemplates}
      validator={validator}
      formData={config}
      readonly={readonly}
      noValidate
      extraErrors={errors}
      showErrorList={false}
      experimental_defaultFormStateBehavior={DEFAULTS}
      onChange={({ formData }) => {
        // The form also reports what nobody typed, such as a default.
        if (JSON.stringify(formData) !== JSON.stringify(config)) {
          onChange(formData);
        }
      }}
    >
      <></>
    </Form>
  );
};
