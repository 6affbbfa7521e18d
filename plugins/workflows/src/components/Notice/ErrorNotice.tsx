import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { useTexts } from '../../texts';
import { errorMessage } from './errorMessage';

/** What went wrong while loading, with a button to try again. */
export function ErrorNotice(props: { error: Error; onRetry: () => void }) {
  const { t } = useTexts();
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={props.onRetry}>
          {t('history.list.retry')}
        </Button>
      }
    >
      <AlertTitle>{t('history.list.failed')}</AlertTitle>
      {errorMessage(props.error)}
    </Alert>
  );
}
