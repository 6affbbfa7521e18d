import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import UpdateIcon from '@material-ui/icons/Update';
import type { DryRunStep } from 'backstage-plugin-workflows-common';
import { useEffect, useRef } from 'react';
import type { RunNode } from '../../components/ExecutionPage/run/toRunView';
import { RUN_STATE_LOOK } from '../../components/ExecutionPage/steps/runStateLook';
import { StatusChip } from '../../components/StatusChip/StatusChip';
import { useTexts } from '../../texts';
import { useReveal } from '../canvas/useReveal';
import { useNodeTitle } from '../canvas/useNodeText';
import { useBuilder } from '../context/BuilderContext';
import { TriedStep } from './TriedStep';

const useStyles = makeStyles(theme => ({
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
    fontFamily: 'inherit',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  title: { flex: 1, minWidth: 0, fontSize: 14, overflowWrap: 'anywhere' },
}));

/** One step of a test. It is open while it is selected, here or on the canvas. */
export const TriedStepItem = (props: {
  of: RunNode<DryRunStep>;
  isStale: boolean;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { node, state, step } = props.of;
  const { id } = node;
  const titleOf = useNodeTitle();
  const reveal = useReveal();
  const isOpen = useBuilder(
    ({ selection }) => selection.length === 1 && selection[0] === id,
  );
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) {
      item.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [isOpen]);
  return (
    <li ref={item} className={classes.step} data-testid={`tried-${id}`}>
      <ButtonBase
        className={classes.head}
        aria-expanded={isOpen}
        onClick={() => reveal(id)}
      >
        <span className={classes.title}>{titleOf(node)}</span>
        {props.isStale && (
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
};
