import { makeStyles } from '@material-ui/core/styles';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import PlayCircleOutlineIcon from '@material-ui/icons/PlayCircleOutline';
import type { StepAttempt } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { Disclosure } from '../../Disclosure/Disclosure';
import { JsonBlock } from '../../JsonBlock/JsonBlock';
import { StatusChip } from '../../StatusChip/StatusChip';
import { readableBody } from '../run/readableBody';
import { StepTimes } from './StepTimes';

const LOOK = {
  succeeded: { tone: 'ok', icon: CheckCircleOutlineIcon },
  failed: { tone: 'error', icon: ErrorOutlineIcon },
  ambiguous: { tone: 'warning', icon: HelpOutlineIcon },
  running: { tone: 'info', icon: PlayCircleOutlineIcon },
} as const;

const useStyles = makeStyles(theme => ({
  root: {
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(0, 0, 0, 2),
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1),
    borderLeft: `2px solid ${theme.palette.divider}`,
    fontSize: theme.typography.pxToRem(13),
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
  },
  error: { overflowWrap: 'anywhere', marginTop: theme.spacing(0.5) },
}));

/** Each attempt of a step: when, how it ended and what the receiver said. */
export function AttemptList(props: { attempts: StepAttempt[] }) {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <ol className={classes.root}>
      {props.attempts.map(attempt => {
        const outcome = attempt.outcome ?? 'running';
        const name = t('history.step.attempt', {
          number: String(attempt.attempt),
        });
        return (
          <li key={attempt.attempt}>
            <div className={classes.head}>
              <strong>{name}</strong>
              <StatusChip
                {...LOOK[outcome]}
                label={t(`history.step.outcome.${outcome}`)}
              />
              <StepTimes step={attempt} />
            </div>
            {attempt.error && (
              <div className={classes.error}>{attempt.error.message}</div>
            )}
            {attempt.response && (
              <Disclosure title={t('history.step.response')}>
                <JsonBlock
                  label={`${name}: ${t('history.step.response')}`}
                  value={readableBody(attempt.response)}
                />
              </Disclosure>
            )}
          </li>
        );
      })}
    </ol>
  );
}
