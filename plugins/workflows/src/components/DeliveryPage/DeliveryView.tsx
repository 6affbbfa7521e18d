import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { DeliveryDetail } from 'backstage-plugin-workflows-common';
import { useReplay } from '../../hooks/useDeliveries';
import { useTexts } from '../../texts';
import { DeliveryStateChip } from '../DeliveriesPage/DeliveryStateChip';
import { DetailTitle } from '../DetailPage/DetailTitle';
import { Facts } from '../Facts/Facts';
import { Section } from '../Facts/Section';
import { JsonBlock } from '../JsonBlock/JsonBlock';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { absoluteTime } from '../RelativeTime/absoluteTime';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
  },
  error: { overflowWrap: 'anywhere' },
}));

/** Everything that is known of a delivery. */
export function DeliveryView(props: { delivery: DeliveryDetail }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { delivery } = props;
  const { id, sourceId, state, error } = delivery;
  const replay = useReplay();
  return (
    <article className={classes.root}>
      <DetailTitle
        title={t('intake.deliveries.heading', { source: sourceId })}
        line={
          <>
            <DeliveryStateChip state={state} />
            <RelativeTime iso={delivery.receivedAt} />
          </>
        }
        action={
          <Button
            variant="outlined"
            disabled={replay.isPending}
            onClick={() =>
              replay.mutate(async api => {
                await api.replayDelivery(id);
                return t('intake.deliveries.replayDone');
              })
            }
          >
            {t('intake.deliveries.replay')}
          </Button>
        }
      />
      {error && (
        <Alert
          severity={state === 'failed' ? 'error' : 'info'}
          className={classes.error}
        >
          {error}
        </Alert>
      )}
      <Facts
        facts={[
          {
            label: t('intake.deliveries.processed'),
            value: delivery.processedAt && absoluteTime(delivery.processedAt),
          },
          {
            label: t('intake.deliveries.attempts'),
            value: delivery.attempts,
          },
          {
            label: t('intake.deliveries.key'),
            value: <code>{delivery.deliveryKey}</code>,
          },
          { label: t('intake.deliveries.id'), value: <code>{id}</code> },
        ]}
      />
      <Section title={t('intake.deliveries.headers')}>
        <JsonBlock
          label={t('intake.deliveries.headersHelp')}
          value={delivery.headers}
        />
      </Section>
      <Section title={t('intake.deliveries.body')}>
        <JsonBlock label={t('intake.deliveries.body')} value={delivery.body} />
      </Section>
    </article>
  );
}
