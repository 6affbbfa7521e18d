import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { DeliverySummary } from 'backstage-plugin-workflows-common';
import { deliveryRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { ClampedText } from '../DataTable/ClampedText';
import { DataTable } from '../DataTable/DataTable';
import { RelativeTime } from '../RelativeTime/RelativeTime';
import { DeliveryStateChip } from './DeliveryStateChip';

/** Deliveries, one a row. */
export function DeliveriesTable(props: { deliveries: DeliverySummary[] }) {
  const { t } = useTexts();
  const deliveryPath = useRouteRef(deliveryRouteRef);
  return (
    <DataTable
      label={t('intake.deliveries.title')}
      rows={props.deliveries}
      columns={[
        {
          id: 'state',
          header: t('intake.deliveries.columns.state'),
          render: ({ state }) => <DeliveryStateChip state={state} />,
        },
        {
          id: 'source',
          header: t('intake.deliveries.columns.source'),
          render: ({ sourceId }) => sourceId,
        },
        {
          id: 'why',
          header: t('intake.deliveries.columns.why'),
          wide: true,
          render: ({ error = '' }) => <ClampedText text={error} />,
        },
        {
          id: 'attempts',
          header: t('intake.deliveries.columns.attempts'),
          hide: 'medium',
          render: ({ attempts }) => attempts,
        },
        {
          id: 'received',
          header: t('intake.deliveries.columns.received'),
          oneLine: true,
          render: ({ receivedAt }) => <RelativeTime iso={receivedAt} />,
        },
        {
          id: 'open',
          header: t('intake.deliveries.columns.open'),
          oneLine: true,
          render: ({ id }) => (
            <Link to={deliveryPath({ id })}>{t('intake.deliveries.look')}</Link>
          ),
        },
      ]}
    />
  );
}
