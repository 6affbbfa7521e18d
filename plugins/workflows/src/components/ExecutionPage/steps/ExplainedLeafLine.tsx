import { makeStyles } from '@material-ui/core/styles';
import {
  CONDITION_OPERATORS,
  type ExplainedLeaf,
} from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { HoldsMark } from './HoldsMark';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    fontSize: theme.typography.pxToRem(13),
    lineHeight: 1.5,
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  saw: { color: theme.palette.text.secondary },
  code: { fontFamily: 'monospace', color: theme.palette.text.primary },
}));

/** `✓ severity is "critical" · saw "critical"` */
export function ExplainedLeafLine(props: { leaf: ExplainedLeaf }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { leaf } = props;
  const operator = CONDITION_OPERATORS.find(name => name === leaf.operator);
  return (
    <div className={classes.root}>
      <HoldsMark holds={leaf.holds} />
      <span className={classes.words}>
        <code className={classes.code}>{leaf.field}</code>{' '}
        {operator ? t(`history.condition.operator.${operator}`) : leaf.operator}
        {leaf.expected !== undefined && (
          <>
            {' '}
            <code className={classes.code}>
              {JSON.stringify(leaf.expected)}
            </code>
          </>
        )}
        <span className={classes.saw}>
          {` · ${t('history.condition.saw')} `}
          {leaf.actual === undefined ? (
            t('history.condition.missing')
          ) : (
            <code className={classes.code}>{JSON.stringify(leaf.actual)}</code>
          )}
        </span>
      </span>
    </div>
  );
}
