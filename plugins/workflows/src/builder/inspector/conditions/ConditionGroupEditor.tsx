import { makeStyles } from '@material-ui/core/styles';
import type {
  ConditionGroup,
  FieldDescriptor,
} from 'backstage-plugin-workflows-common';
import { ConditionRows } from './ConditionRows';
import { MatchPicker } from './MatchPicker';

const useStyles = makeStyles(theme => ({
  group: { display: 'grid', gap: theme.spacing(1.5), minWidth: 0 },
}));

/** Conditions taken together, with how they are taken said first. */
export const ConditionGroupEditor = (props: {
  group: ConditionGroup;
  fields: readonly FieldDescriptor[];
  depth?: number;
  onChange: (group: ConditionGroup, place?: string) => void;
}) => {
  const classes = useStyles();
  const { group, onChange, ...rest } = props;
  return (
    <div className={classes.group}>
      <MatchPicker
        match={group.match}
        onChange={match => onChange({ ...group, match })}
      />
      <ConditionRows
        {...rest}
        match={group.match}
        conditions={group.conditions}
        onChange={(conditions, place) =>
          onChange({ ...group, conditions }, place)
        }
      />
    </div>
  );
};
