import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import {
  type Condition,
  type ConditionMatch,
  type FieldDescriptor,
  LIMITS,
  isConditionGroup,
} from 'backstage-plugin-workflows-common';
import type { KeyboardEvent } from 'react';
import { useTexts } from '../../../texts';
import { ConditionGroupEditor } from './ConditionGroupEditor';
import { ConditionLeafRow } from './ConditionLeafRow';
import { ConditionRowButtons, type RowAction } from './ConditionRowButtons';
import { changeRows } from './changeRows';
import { useRowFocus } from './useRowFocus';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 1.5, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: 30,
  },
  // What joins a row to the one above is said at every row.
  joint: {
    padding: theme.spacing(0.25, 1),
    borderRadius: 4,
    fontSize: 12,
    fontWeight: 700,
    textTransform: 'uppercase',
    color: theme.palette.text.primary,
    background: theme.palette.action.selected,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

const JOINTS = { all: 'and', any: 'or', none: 'nor' } as const;
const LEAF: Condition = { field: 'severity', operator: 'equals', value: '' };

/** Conditions as rows; a group among them opens rows of its own. */
export const ConditionRows = (props: {
  conditions: readonly Condition[];
  fields: readonly FieldDescriptor[];
  match?: ConditionMatch;
  depth?: number;
  /** What a new row asks for. */
  start?: Condition;
  /** @param place - the row that is typed in; what is done to whole rows has none */
  onChange: (conditions: Condition[], place?: string) => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { conditions, fields, match = 'all', depth = 1, start = LEAF } = props;
  const { list, focusRow } = useRowFocus();
  const last = conditions.length - 1;
  const act = (action: RowAction, index: number, focus: string = action) => {
    const changed = changeRows(conditions, index, action);
    props.onChange(changed.conditions);
    focusRow(changed.focus, focus);
  };
  const add = (condition: Condition) => {
    props.onChange([...conditions, condition]);
    focusRow(conditions.length, 'field');
  };
  const replace = (index: number, by: Condition, place?: string) =>
    props.onChange(
      conditions.map((one, at) => (at === index ? by : one)),
      place,
    );
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const move = { ArrowUp: 'moveUp', ArrowDown: 'moveDown' } as const;
    const action = event.altKey && move[event.key as 'ArrowUp'];
    if (action) {
      // Of groups within each other only the innermost row moves.
      event.preventDefault();
      event.stopPropagation();
      if (action === 'moveUp' ? index > 0 : index < last) {
        act(action, index, 'field');
      }
    }
  };
  return (
    <>
      <ul className={classes.list} ref={list}>
        {conditions.map((condition, index) => {
          const isGroup = isConditionGroup(condition);
          const number = String(index + 1);
          return (
            // The keys work in every field of the row.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li
              // Rows have no id of their own, and nothing else in them is unique.
              key={index}
              className={classes.item}
              data-row
              aria-label={t('builder.condition.row', { number })}
              onKeyDown={event => onKeyDown(event, index)}
            >
              <div className={classes.head}>
                <span className={index > 0 ? classes.joint : undefined}>
                  {index > 0 && t(`inspector.condition.${JOINTS[match]}`)}
                </span>
                <ConditionRowButtons
                  number={number}
                  isGroup={isGroup}
                  actions={[
                    ...(index > 0 ? ['moveUp' as const] : []),
                    ...(index < last ? ['moveDown' as const] : []),
                    'duplicate',
                    'remove',
                  ]}
                  onAction={action => act(action, index)}
                />
              </div>
              {isGroup ? (
                <ConditionGroupEditor
                  group={condition}
                  fields={fields}
                  depth={depth + 1}
                  onChange={(group, place) =>
                    replace(index, group, place && `${index}.${place}`)
                  }
                />
              ) : (
                <ConditionLeafRow
                  leaf={condition}
                  fields={fields}
                  onChange={next => replace(index, next, String(index))}
                />
              )}
            </li>
          );
        })}
      </ul>
      <div className={classes.buttons}>
        <Button
          size="small"
          startIcon={<AddIcon />}
          data-action="add"
          onClick={() => add(start)}
        >
          {t('builder.condition.add')}
        </Button>
        {depth < LIMITS.conditionDepth && (
          <Button
            size="small"
            startIcon={<AddIcon />}
            onClick={() => add({ match: 'any', conditions: [start] })}
          >
            {t('builder.condition.addGroup')}
          </Button>
        )}
      </div>
    </>
  );
};
