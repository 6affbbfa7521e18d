import { makeStyles } from '@material-ui/core/styles';
import { TriedStepItem } from './TriedStepItem';
import { useTriedView } from './TryingContext';
import type { TryingState } from './createTryingStore';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1),
  },
}));

/** Every step in the order in which they run. */
export const TriedSteps = (props: {
  result: NonNullable<TryingState['result']>;
  stale: ReadonlySet<string>;
}) => {
  const classes = useStyles();
  const { nodes } = useTriedView(props.result);
  return (
    <ol className={classes.list}>
      {nodes
        .filter(({ node }) => node.type !== 'trigger')
        .map(of => (
          <TriedStepItem
            key={of.node.id}
            of={of}
            isStale={props.stale.has(of.node.id)}
          />
        ))}
    </ol>
  );
};
