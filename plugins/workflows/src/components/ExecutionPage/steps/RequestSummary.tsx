import { makeStyles } from '@material-ui/core/styles';
import type { ExecutionStep } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { requestLine, responseStatus } from '../run/requestLine';

const useStyles = makeStyles(theme => ({
  root: { fontSize: theme.typography.pxToRem(13), lineHeight: 1.5 },
  code: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
}));

/** What was sent and what came back, in one line. */
export function RequestSummary(props: { step: ExecutionStep }) {
  const classes = useStyles();
  const { t } = useTexts();
  const line = requestLine(props.step.request);
  const status = responseStatus(props.step.attempts.at(-1)?.response);
  if (!line) {
    return null;
  }
  return (
    <div className={classes.root}>
      <span className={classes.code}>{line}</span>
      {status !== undefined && (
        <>
          {' → '}
          <strong>
            {t('history.step.answered', { status: String(status) })}
          </strong>
        </>
      )}
    </div>
  );
}
