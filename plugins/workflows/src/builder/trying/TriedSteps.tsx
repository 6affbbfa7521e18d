import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import UpdateIcon from '@material-ui/icons/Update';
import { RUN_STATE_LOOK } from '../../components/ExecutionPage/steps/runStateLook';
import { StatusChip } from '../../components/StatusChip/StatusChip';
import { workflowsTranslationRef } from '../../translation';
import { useReveal } from '../canvas/useReveal';
import { useNodeTitle } from '../canvas/useNodeText';
import { useBuilder } from '../context/BuilderContext';
import { TriedStep } from './TriedStep';
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
  step: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-start',
    gap: theme.spacing(0.5, 1),
    width: '100%',
    padding: theme.spacing(1),
    textAlign: 'left',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  title: { flex: 1, minWidth: 0, fontSize: 14, overflowWrap: 'anywhere' },
}));

/** Every step in the order in which they run; the selected one is open. */
export const TriedSteps = (props: {
  result: NonNullable<TryingState['result']>;
  stale: ReadonlySet<string>;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  const { result, stale } = props;
  const titleOf = useNodeTitle();
  const reveal = useReveal();
  const selection = useBuilder(state => state.selection);
  const { nodes } = useTriedView(result);
  return (
    <ol className={classes.list}>
      {nodes
        .filter(({ node }) => node.type !== 'trigger')
        .map(({ node, state, step }) => {
          const { id } = node;
          const isOpen = selection.length === 1 && selection[0] === id;
          return (
            <li key={id} className={classes.step} data-testid={`tried-${id}`}>
              <ButtonBase
                className={classes.head}
                aria-expanded={isOpen}
                onClick={() => reveal(id)}
              >
                <span className={classes.title}>{titleOf(node)}</span>
                {stale.has(id) && (
                  <StatusChip
                    tone="warning"
                    icon={UpdateIcon}
                    label={t('trying.stale')}
                  />
                )}
                <StatusChip
                  {...RUN_STATE_LOOK[state]}
                  label={t(`history.step.state.${state}`)}
                />
              </ButtonBase>
              {isOpen && <TriedStep node={node} state={state} step={step} />}
            </li>
          );
        })}
    </ol>
  );
};
