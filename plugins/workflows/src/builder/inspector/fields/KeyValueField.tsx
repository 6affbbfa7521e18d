import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import type { FieldProps } from '@rjsf/utils';
import { useState } from 'react';
import { useTexts } from '../../../texts';
import { KeyValueRowEditor } from './KeyValueRowEditor';
import { type KeyValueRow, isOverruled, mapOf, rowsOf } from './keyValueRows';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(1.5),
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 0,
  },
  legend: { marginBottom: theme.spacing(1.5), fontSize: 14 },
  add: { justifySelf: 'start' },
}));

/** A map from names to texts, or to texts and secrets when the schema says so. */
export const KeyValueField = (props: FieldProps) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { schema, formData, onChange, disabled, readonly } = props;
  const title = schema.title ?? props.name;
  const [typed, setTyped] = useState(() => rowsOf(formData));
  // What is typed stays, half-done names included, until the data is another.
  const isCurrent =
    JSON.stringify(mapOf(typed) ?? {}) === JSON.stringify(formData ?? {});
  const rows = isCurrent ? typed : rowsOf(formData);
  const change = (next: KeyValueRow[]) => {
    setTyped(next);
    onChange(mapOf(next));
  };
  return (
    <fieldset className={classes.root} disabled={disabled || readonly}>
      <FormLabel component="legend" className={classes.legend}>
        {title}
      </FormLabel>
      {rows.map((row, index) => (
        <KeyValueRowEditor
          // A row has no id, and its name changes as one types.
          key={index}
          row={row}
          allowSecret={
            typeof schema.additionalProperties === 'object' &&
            'anyOf' in schema.additionalProperties
          }
          isOverruled={isOverruled(rows, index)}
          onChange={next =>
            change(rows.map((other, at) => (at === index ? next : other)))
          }
          onRemove={() => change(rows.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        size="small"
        className={classes.add}
        startIcon={<AddIcon />}
        onClick={() => change([...rows, { name: '', value: '' }])}
      >
        {t('builder.fields.add', { title })}
      </Button>
      {schema.description && (
        <FormHelperText>{schema.description}</FormHelperText>
      )}
    </fieldset>
  );
};
