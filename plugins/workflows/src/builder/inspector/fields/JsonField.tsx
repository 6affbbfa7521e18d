import { type FieldProps, errorId } from '@rjsf/utils';
import { useState } from 'react';
import { useTexts } from '../../../texts';
import { TemplateInput } from '../../templates/TemplateInput';
import { jsonText, parseJsonText } from './jsonText';

/**
 * A JSON value as text. While the text is not JSON the last valid value stays,
 * and the field says so.
 */
export const JsonField = (props: FieldProps) => {
  const { t } = useTexts();
  const { idSchema, schema, name, formData, onChange, rawErrors } = props;
  const given = jsonText(formData);
  const [typed, setTyped] = useState({ text: given, given });
  // Undo, or another step, brings another value: then that one is shown.
  const text = typed.given === given ? typed.text : given;
  const parsed = parseJsonText(text);
  const error = 'error' in parsed ? parsed.error : undefined;
  const change = (next: string) => {
    const result = parseJsonText(next);
    if ('error' in result) {
      setTyped({ text: next, given });
    } else {
      setTyped({ text: next, given: jsonText(result.value) });
      onChange(result.value);
    }
  };
  return (
    <TemplateInput
      label={schema.title ?? name}
      language="json"
      minLines={4}
      maxLines={20}
      readOnly={Boolean(props.disabled || props.readonly)}
      required={props.required}
      invalid={Boolean(rawErrors?.length)}
      describedBy={rawErrors?.length ? errorId(idSchema) : undefined}
      value={text}
      rendered={formData}
      error={
        error === undefined
          ? undefined
          : t('builder.fields.jsonInvalid', { message: error })
      }
      help={t('builder.fields.jsonHelp', { example: '{{ incident.title }}' })}
      onChange={change}
      onBlur={() => error === undefined && setTyped({ text: given, given })}
    />
  );
};
