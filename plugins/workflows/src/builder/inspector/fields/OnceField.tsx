import Chip from '@material-ui/core/Chip';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import {
  ONCE_SCOPES,
  type OncePolicy,
} from 'backstage-plugin-workflows-common';
import { useId } from 'react';
import { useFields } from '../../../hooks/useFields';
import { useTexts } from '../../../texts';
import { useDefinition } from '../../context/BuilderContext';
import { Field } from './Field';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** The field that a combination begins with: most alerts have it. */
const FIRST_FIELD = 'service';
/** As many as the schema takes. */
const MAX_FIELDS = 10;

/** How often the workflow runs at most: by its trigger's own rule, or by another. */
export const OnceField = (props: {
  value: OncePolicy | undefined;
  /** @param place - what is changed, for undo */
  onChange: (value: OncePolicy | undefined, place: string) => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { value, onChange } = props;
  const { type } = useDefinition().trigger;
  const known = useFields();
  const fieldsId = useId();
  const { fields = [] } = value ?? {};
  return (
    <div className={classes.root} data-place="once">
      <Field
        select
        label={t('builder.inspector.once')}
        helperText={
          value
            ? t(`builder.inspector.onceHelp.${value.per}`)
            : t(`builder.inspector.onceTrigger.${type}`)
        }
        value={value?.per ?? ''}
        InputLabelProps={{ shrink: true }}
        SelectProps={{ displayEmpty: true }}
        onChange={event => {
          const per = event.target.value as OncePolicy['per'] | '';
          const next = per === 'fields' ? { fields: [FIRST_FIELD] } : {};
          onChange(per ? { per, ...next } : undefined, `once ${per}`);
        }}
      >
        <MenuItem value="">{t('builder.inspector.onceUnset')}</MenuItem>
        {ONCE_SCOPES.map(per => (
          <MenuItem key={per} value={per}>
            {t(`builder.inspector.oncePer.${per}`)}
          </MenuItem>
        ))}
      </Field>
      {value?.per === 'fields' && (
        <Autocomplete
          id={fieldsId}
          multiple
          freeSolo
          autoSelect
          disableClearable
          filterSelectedOptions
          options={known.map(({ path }) => path)}
          value={fields}
          onChange={(_, next) => {
            const named = [...new Set(next.map(path => path.trim()))]
              .filter(Boolean)
              .slice(0, MAX_FIELDS);
            // There is no combination of nothing: the last one stays.
            if (named.length > 0) {
              onChange({ per: 'fields', fields: named }, `once ${named}`);
            }
          }}
          renderTags={(tags, tagProps) =>
            tags.map((tag, index) => (
              <Chip
                size="small"
                label={tag}
                {...tagProps({ index })}
                key={tag}
                {...(tags.length === 1 && { onDelete: undefined })}
              />
            ))
          }
          renderInput={params => (
            <TextField
              {...params}
              data-place="once.fields"
              label={t('builder.inspector.onceFields')}
              helperText={t('builder.inspector.onceFieldsHelp')}
            />
          )}
        />
      )}
    </div>
  );
};
