import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { FieldProps } from '@rjsf/utils';
import { useState } from 'react';
import { workflowsTranslationRef } from '../../../translation';
import { jsonText, parseJsonText } from './jsonText';

const useStyles = makeStyles({
  input: { fontFamily: 'monospace', fontSize: 13, lineHeight: '20px' },
});

/**
 * A JSON value as text. While the text is not JSON the last valid value stays,
 * and the field says so.
 */
export const JsonField = (props: FieldProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { idSchema, schema, name, formData, onChange, disabled, readonly } =
    props;
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
    <TextField
      id={idSchema.$id}
      fullWidth
      multiline
      minRows={4}
      maxRows={20}
      label={schema.title ?? name}
      disabled={disabled || readonly}
      value={text}
      error={error !== undefined}
      helperText={
        error === undefined
          ? t('builder.fields.jsonHelp', { example: '{{ incident.title }}' })
          : t('builder.fields.jsonInvalid', { message: error })
      }
      InputProps={{ classes: { input: classes.input } }}
      inputProps={{ spellCheck: false }}
      onChange={event => change(event.target.value)}
      onBlur={() => error === undefined && setTyped({ text: given, given })}
    />
  );
};
