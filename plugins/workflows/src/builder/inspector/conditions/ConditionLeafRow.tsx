import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ConditionLeaf,
  ConditionOperator,
  FieldDescriptor,
} from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { Field } from '../fields/Field';
import { ConditionFieldInput } from './ConditionFieldInput';
import { ConditionValueField } from './ConditionValueField';
import { operatorChoices } from './conditionFields';
import { withOperator } from './conditionValue';

const useStyles = makeStyles(theme => ({
  row: { display: 'grid', gap: theme.spacing(1.5), minWidth: 0 },
  comparison: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    alignItems: 'start',
    gap: theme.spacing(1),
  },
}));

/** One comparison: field, operator, value. */
export const ConditionLeafRow = (props: {
  leaf: ConditionLeaf;
  fields: readonly FieldDescriptor[];
  onChange: (leaf: ConditionLeaf) => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { leaf, fields, onChange } = props;
  const { operator = 'equals' } = leaf;
  const field = fields.find(({ path }) => path === leaf.field);
  const name = (path: string) => {
    const next = fields.find(candidate => candidate.path === path);
    const renamed = { ...leaf, field: path };
    onChange(
      !next || next.operators.includes(operator)
        ? renamed
        : withOperator(renamed, next.operators[0]),
    );
  };
  return (
    <div className={classes.row}>
      <ConditionFieldInput value={leaf.field} fields={fields} onChange={name} />
      <div className={classes.comparison}>
        <Field
          select
          label={t('builder.condition.operator')}
          value={operator}
          onChange={event =>
            onChange(
              withOperator(leaf, event.target.value as ConditionOperator),
            )
          }
        >
          {operatorChoices(field, operator).map(choice => (
            <MenuItem key={choice} value={choice}>
              {t(`builder.condition.operators.${choice}`)}
            </MenuItem>
          ))}
        </Field>
        <ConditionValueField leaf={leaf} field={field} onChange={onChange} />
      </div>
    </div>
  );
};
