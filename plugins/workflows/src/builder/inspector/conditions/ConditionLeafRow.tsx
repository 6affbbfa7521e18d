import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import {
  CONDITION_OPERATORS,
  type ConditionLeaf,
  type ConditionOperator,
} from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../../translation';
import { ConditionValueField } from './ConditionValueField';
import { withOperator } from './conditionValue';

const useStyles = makeStyles(theme => ({
  row: { display: 'grid', gap: theme.spacing(1) },
}));

/** One comparison: field, operator, value. */
export const ConditionLeafRow = (props: {
  leaf: ConditionLeaf;
  fields: readonly string[];
  onChange: (leaf: ConditionLeaf) => void;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { leaf, fields, onChange } = props;
  return (
    <div className={classes.row}>
      <Autocomplete
        freeSolo
        disableClearable
        size="small"
        options={[...fields]}
        inputValue={leaf.field}
        onInputChange={(_, field, reason) =>
          reason !== 'reset' || field
            ? field !== leaf.field && onChange({ ...leaf, field })
            : undefined
        }
        renderInput={params => (
          <TextField
            {...params}
            variant="outlined"
            label={t('builder.condition.field')}
          />
        )}
      />
      <TextField
        select
        size="small"
        variant="outlined"
        label={t('builder.condition.operator')}
        value={leaf.operator ?? 'equals'}
        onChange={event =>
          onChange(withOperator(leaf, event.target.value as ConditionOperator))
        }
      >
        {CONDITION_OPERATORS.map(operator => (
          <MenuItem key={operator} value={operator}>
            {t(`builder.condition.operators.${operator}`)}
          </MenuItem>
        ))}
      </TextField>
      <ConditionValueField leaf={leaf} onChange={onChange} />
    </div>
  );
};
