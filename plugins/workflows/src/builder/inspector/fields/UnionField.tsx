import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import type { FieldProps } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { useTexts } from '../../../texts';
import { formOf } from '../forms/uiSchemaOf';
import { chosenOption, startOf, unionOptions } from '../forms/unionOptions';
import { Field } from './Field';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  fields: {
    minWidth: 0,
    paddingLeft: theme.spacing(1.5),
    borderLeft: `2px solid ${theme.palette.divider}`,
  },
}));

/** A value that has one of several forms: which one is chosen by its title. */
export const UnionField = (props: FieldProps) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { schema, name, formData, onChange, registry, uiSchema } = props;
  const options = unionOptions(schema);
  const index = chosenOption(options, formData, validator);
  const chosen = options[index];
  const { SchemaField } = registry.fields;
  const hasFields =
    chosen &&
    (chosen.schema.type !== 'object' ||
      Object.keys(chosen.schema.properties ?? {}).some(
        property => property !== chosen.tag?.name,
      ));
  return (
    <div className={classes.root}>
      <Field
        select
        fullWidth
        label={schema.title ?? name}
        required={props.required}
        disabled={props.disabled || props.readonly}
        helperText={schema.description ?? chosen?.schema.description}
        value={chosen ? String(index) : ''}
        InputLabelProps={{ shrink: true }}
        SelectProps={{ displayEmpty: true }}
        onChange={event =>
          onChange(
            event.target.value === ''
              ? undefined
              : startOf(options[Number(event.target.value)], formData),
          )
        }
      >
        <MenuItem value="" disabled={props.required}>
          {t(
            formData === undefined
              ? 'inspector.union.unset'
              : 'inspector.union.unknown',
          )}
        </MenuItem>
        {options.map(({ title }, at) => (
          <MenuItem key={title} value={String(at)}>
            {title}
          </MenuItem>
        ))}
      </Field>
      {hasFields && (
        <div className={classes.fields}>
          <SchemaField
            {...props}
            schema={{ ...chosen.schema, title: undefined, description: '' }}
            uiSchema={formOf(chosen.schema, uiSchema?.['ui:literal'])}
          />
        </div>
      )}
    </div>
  );
};
