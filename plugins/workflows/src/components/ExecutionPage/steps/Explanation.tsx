import { makeStyles } from '@material-ui/core/styles';
import type { ExplainedCondition } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { ExplainedLeafLine } from './ExplainedLeafLine';
import { HoldsMark } from './HoldsMark';

const useStyles = makeStyles(theme => ({
  root: { fontSize: theme.typography.pxToRem(13), lineHeight: 1.5 },
  head: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
  list: {
    listStyle: 'none',
    margin: theme.spacing(0.5, 0, 0, 1),
    padding: theme.spacing(0, 0, 0, 2),
    borderLeft: `2px solid ${theme.palette.divider}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(0.5),
  },
}));

/** A condition as it was judged: every comparison with the value that it saw. */
export function Explanation(props: { condition: ExplainedCondition }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { condition } = props;
  if (!('match' in condition)) {
    return <ExplainedLeafLine leaf={condition} />;
  }
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <HoldsMark holds={condition.holds} />
        {t(`history.condition.match.${condition.match}`)}
      </div>
      <ul className={classes.list}>
        {condition.conditions.map((child, index) => (
          <li key={index}>
            <Explanation condition={child} />
          </li>
        ))}
      </ul>
    </div>
  );
}
