import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete, {
  createFilterOptions,
} from '@material-ui/lab/Autocomplete';
import type { FieldDescriptor } from 'backstage-plugin-workflows-common';
import { useId } from 'react';
import { useTexts } from '../../../texts';
import { groupOf } from './conditionFields';

const useStyles = makeStyles({
  option: { minWidth: 0, overflowWrap: 'anywhere' },
  path: { fontFamily: 'monospace', fontSize: 13 },
});

/** Found by its title as well as by its path. */
const filterOptions = createFilterOptions<FieldDescriptor | string>({
  limit: 100,
  stringify: option =>
    typeof option === 'string' ? option : `${option.path} ${option.title}`,
});

/** The field of a condition: chosen from those that are known, or typed. */
export const ConditionFieldInput = (props: {
  value: string;
  fields: readonly FieldDescriptor[];
  onChange: (field: string) => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { value, fields, onChange } = props;
  const known = fields.find(({ path }) => path === value);
  // Together by group, in the order in which the groups first come.
  const groups = [...new Set(fields.map(({ path }) => groupOf(path)))];
  const options = groups.flatMap(group =>
    fields.filter(({ path }) => groupOf(path) === group),
  );
  return (
    <Autocomplete<FieldDescriptor | string, false, true, true>
      id={useId()}
      freeSolo
      fullWidth
      disableClearable
      options={options}
      value={value}
      inputValue={value}
      filterOptions={(all, state) =>
        // A field that is there already does not hide the others.
        known ? all : filterOptions(all, state)
      }
      groupBy={option =>
        t(
          `inspector.condition.groups.${groupOf(
            typeof option === 'string' ? option : option.path,
          )}`,
        )
      }
      getOptionLabel={option =>
        typeof option === 'string' ? option : option.path
      }
      getOptionSelected={(option, chosen) =>
        typeof option !== 'string' && option.path === chosen
      }
      renderOption={option =>
        typeof option === 'string' ? (
          option
        ) : (
          <div className={classes.option}>
            <div className={classes.path}>{option.path}</div>
            <Typography variant="caption" color="textSecondary">
              {[option.title, option.description].filter(Boolean).join(' · ')}
            </Typography>
          </div>
        )
      }
      onChange={(_, chosen) =>
        onChange(typeof chosen === 'string' ? chosen : chosen.path)
      }
      onInputChange={(_, text, reason) => reason === 'input' && onChange(text)}
      renderInput={params => (
        <TextField
          {...params}
          label={t('builder.condition.field')}
          helperText={known?.title}
        />
      )}
    />
  );
};
