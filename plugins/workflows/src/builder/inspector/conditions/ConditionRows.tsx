import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import {
  type Condition,
  LIMITS,
  isConditionGroup,
} from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../../translation';
import { ConditionGroupEditor } from './ConditionGroupEditor';
import { ConditionLeafRow } from './ConditionLeafRow';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1.5, 0.5, 1.5, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
  },
  buttons: { display: 'flex', gap: theme.spacing(1) },
}));

/** Conditions as rows; a group among them opens rows of its own. */
export const ConditionRows = (props: {
  conditions: readonly Condition[];
  fields: readonly string[];
  depth?: number;
  onChange: (conditions: Condition[]) => void;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { conditions, fields, depth = 1, onChange } = props;
  const replace = (index: number, ...by: Condition[]) =>
    onChange([
      ...conditions.slice(0, index),
      ...by,
      ...conditions.slice(index + 1),
    ]);
  const leaf: Condition = { field: 'severity', operator: 'equals', value: '' };
  return (
    <>
      <ul className={classes.list}>
        {conditions.map((condition, index) => {
          const isGroup = isConditionGroup(condition);
          const number = String(index + 1);
          return (
            <li
              // Rows have no id of their own, and nothing else in them is unique.
              key={index}
              className={classes.item}
              aria-label={t('builder.condition.row', { number })}
            >
              {isGroup ? (
                <ConditionGroupEditor
                  group={condition}
                  fields={fields}
                  depth={depth + 1}
                  onChange={group => replace(index, group)}
                />
              ) : (
                <ConditionLeafRow
                  leaf={condition}
                  fields={fields}
                  onChange={next => replace(index, next)}
                />
              )}
              <IconButton
                size="small"
                onClick={() => replace(index)}
                aria-label={t(
                  isGroup
                    ? 'builder.condition.removeGroup'
                    : 'builder.condition.remove',
                  { number },
                )}
              >
                <DeleteIcon fontSize="small" />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <div className={classes.buttons}>
        <Button
          size="small"
          startIcon={<AddIcon />}
          onClick={() => onChange([...conditions, leaf])}
        >
          {t('builder.condition.add')}
        </Button>
        {depth < LIMITS.conditionDepth && (
          <Button
            size="small"
            startIcon={<AddIcon />}
            onClick={() =>
              onChange([...conditions, { match: 'any', conditions: [leaf] }])
            }
          >
            {t('builder.condition.addGroup')}
          </Button>
        )}
      </div>
    </>
  );
};
