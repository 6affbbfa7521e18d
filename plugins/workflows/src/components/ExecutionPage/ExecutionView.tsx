import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowExecutionDetail } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';
import { Section } from '../Facts/Section';
import { ExecutionFacts } from './ExecutionFacts';
import { ExecutionHeader } from './ExecutionHeader';
import { ExecutionReason } from './ExecutionReason';
import { toRunView } from './run/toRunView';
import { StepTimeline } from './steps/StepTimeline';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
  },
}));

/** A run from its outcome down to each step. */
export function ExecutionView(props: { execution: WorkflowExecutionDetail }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { execution } = props;
  return (
    <article className={classes.root}>
      <ExecutionHeader execution={execution} />
      <ExecutionReason execution={execution} />
      <ExecutionFacts execution={execution} />
      <Section title={t('history.execution.steps')}>
        <StepTimeline run={toRunView(execution)} execution={execution} />
      </Section>
    </article>
  );
}
