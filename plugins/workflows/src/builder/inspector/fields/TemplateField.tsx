import { type FieldProps, errorId } from '@rjsf/utils';
import { TemplateInput } from '../../templates/TemplateInput';
import { useTemplateScope } from '../../templates/TemplateScope';
import { Field } from './Field';

type Form = { language: 'line' | 'text'; isUrl?: boolean };

/** A text of a schema's form, which may hold templates where there are any. */
const TemplateField = (props: FieldProps & Form) => {
  const { schema, name, idSchema, formData, rawErrors, language } = props;
  const hasTemplates = useTemplateScope() !== undefined;
  const isFixed = Boolean(props.disabled || props.readonly);
  const text = formData === undefined ? '' : String(formData);
  const change = (next: string) =>
    props.onChange(next === '' ? undefined : next);
  if (!hasTemplates) {
    return (
      <Field
        id={idSchema.$id}
        fullWidth
        multiline={language === 'text'}
        label={schema.title ?? name}
        required={props.required}
        disabled={isFixed}
        error={Boolean(rawErrors?.length)}
        helperText={schema.description}
        value={text}
        onChange={event => change(event.target.value)}
      />
    );
  }
  return (
    <TemplateInput
      label={schema.title ?? name}
      help={schema.description}
      language={language}
      isUrl={props.isUrl}
      required={props.required}
      readOnly={isFixed}
      invalid={Boolean(rawErrors?.length)}
      describedBy={rawErrors?.length ? errorId(idSchema) : undefined}
      minLines={language === 'text' ? 4 : undefined}
      maxLines={language === 'text' ? 20 : 6}
      value={text}
      onChange={change}
    />
  );
};

/** A text of one line. */
export const LineField = (props: FieldProps) => (
  <TemplateField
    {...props}
    language="line"
    isUrl={
      (props.schema as Record<string, unknown>)['x-workflows-field'] === 'url'
    }
  />
);

/** A text of several lines. */
export const TextsField = (props: FieldProps) => (
  <TemplateField {...props} language="text" />
);
