import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import type { FieldProps } from '@rjsf/utils';
import { useTexts } from '../../../texts';
import { formOf } from '../forms/uiSchemaOf';

const useStyles = makeStyles(theme => ({
  root: { minWidth: 0, margin: 0, padding: 0, border: 0 },
  legend: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    width: '100%',
    fontSize: 14,
  },
  fields: {
    marginTop: theme.spacing(1.5),
    paddingLeft: theme.spacing(1.5),
    borderLeft: `2px solid ${theme.palette.divider}`,
  },
}));

/** Several fields that need not be there: a button until somebody wants them. */
export const OptionalField = (props: FieldProps) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { schema, name, formData, onChange, registry, uiSchema } = props;
  const title = schema.title ?? name;
  const { SchemaField } = registry.fields;
  const isFixed = props.disabled || props.readonly;
  if (formData === undefined) {
    return (
      <div>
        <Button
          size="small"
          startIcon={<AddIcon />}
          disabled={isFixed}
          onClick={() => onChange({})}
        >
          {t('builder.fields.add', { title })}
        </Button>
        <FormHelperText>{schema.description}</FormHelperText>
      </div>
    );
  }
  return (
    <fieldset className={classes.root}>
      <FormLabel component="legend" className={classes.legend}>
        {title}
        <IconButton
          size="small"
          disabled={isFixed}
          aria-label={t('builder.fields.remove', { name: title })}
          onClick={() => onChange(undefined)}
        >
          <DeleteIcon fontSize="small" />
        </IconButton>
      </FormLabel>
      <FormHelperText>{schema.description}</FormHelperText>
      <div className={classes.fields}>
        <SchemaField
          {...props}
          schema={{ ...schema, title: undefined, description: '' }}
          uiSchema={formOf(schema, uiSchema?.['ui:literal'])}
        />
      </div>
    </fieldset>
  );
};
