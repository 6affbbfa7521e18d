import IconButton from '@material-ui/core/IconButton';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import { useTexts } from '../../../texts';
import { SecretNameField } from './SecretNameField';
import type { KeyValueRow } from './keyValueRows';
import { TemplateInput } from '../../templates/TemplateInput';
import { useTemplateScope } from '../../templates/TemplateScope';
import { Field } from './Field';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: theme.spacing(1),
    paddingLeft: theme.spacing(1),
    borderLeft: `2px solid ${theme.palette.divider}`,
  },
  value: { display: 'flex', gap: theme.spacing(1), gridColumn: '1 / -1' },
  kind: { width: 104, flexShrink: 0 },
}));

export const KeyValueRowEditor = (props: {
  row: KeyValueRow;
  allowSecret: boolean;
  isOverruled: boolean;
  onChange: (row: KeyValueRow) => void;
  onRemove: () => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { row, allowSecret, isOverruled, onChange, onRemove } = props;
  const { name, value } = row;
  const secret = secretNameOf(value);
  return (
    <div className={classes.row}>
      <Field
        label={t('builder.fields.name')}
        error={isOverruled}
        helperText={isOverruled && t('builder.fields.duplicate')}
        value={name}
        onChange={event => onChange({ name: event.target.value, value })}
      />
      <IconButton
        size="small"
        aria-label={t('builder.fields.remove', { name })}
        onClick={onRemove}
      >
        <DeleteIcon fontSize="small" />
      </IconButton>
      <div className={classes.value}>
        {allowSecret && (
          <Field
            select
            className={classes.kind}
            value={secret === undefined ? 'text' : 'secret'}
            SelectProps={{
              SelectDisplayProps: {
                // The visible text is part of it.
                'aria-label': `${t('builder.fields.kind', { name })}: ${t(
                  secret === undefined
                    ? 'builder.fields.text'
                    : 'builder.fields.secret',
                )}`,
              },
            }}
            onChange={event =>
              onChange({
                name,
                value: event.target.value === 'secret' ? { secret: '' } : '',
              })
            }
          >
            <MenuItem value="text">{t('builder.fields.text')}</MenuItem>
            <MenuItem value="secret">{t('builder.fields.secret')}</MenuItem>
          </Field>
        )}
        {secret !== undefined ? (
          <SecretNameField
            name={secret}
            onChange={next => onChange({ name, value: { secret: next } })}
          />
        ) : (
          <ValueField
            label={t('builder.fields.value')}
            value={typeof value === 'string' ? value : JSON.stringify(value)}
            onChange={next => onChange({ name, value: next })}
          />
        )}
      </div>
    </div>
  );
};

/** A text, with templates where there are any. */
const ValueField = (props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) => {
  const hasTemplates = useTemplateScope() !== undefined;
  return hasTemplates ? (
    <TemplateInput {...props} language="line" maxLines={6} />
  ) : (
    <Field
      {...props}
      fullWidth
      onChange={event => props.onChange(event.target.value)}
    />
  );
};

/** The name in a reference to a secret, which is empty until it is typed. */
function secretNameOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'secret' in value
    ? String(value.secret)
    : undefined;
}
