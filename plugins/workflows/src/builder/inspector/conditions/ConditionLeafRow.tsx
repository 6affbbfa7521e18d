import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import {
  CONDITION_OPERATORS,
  type ConditionLeaf,
  type ConditionOperator,
} from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../../translation';
import { SuggestField } from '../fields/SuggestField';
import { ConditionValueField } from './ConditionValueField';
import { withOperator } from './conditionValue';
import { Field } from '../fields/Field';

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
      <SuggestField
        label={t('builder.condition.field')}
        options={fields}
        value={leaf.field}
        onChange={field => onChange({ ...leaf, field })}
      />
      <Field
        select
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
      </Field>
      <ConditionValueField leaf={leaf} onChange={onChange} />
    </div>
  );
};
