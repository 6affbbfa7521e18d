import { useRouteRefParams } from '@backstage/core-plugin-api';
import { useDeliveryQuery } from '../../hooks/useDeliveries';
import { deliveriesRouteRef, deliveryRouteRef } from '../../routes';
import { useTexts } from '../../texts';
import { DetailPage } from '../DetailPage/DetailPage';
import { DeliveryView } from './DeliveryView';

/** One delivery as it was received, and what became of it. */
export function DeliveryPage() {
  const { t } = useTexts();
  const { id } = useRouteRefParams(deliveryRouteRef);
  return (
    <DetailPage
      query={useDeliveryQuery(id)}
      listRoute={deliveriesRouteRef}
      back={t('intake.deliveries.back')}
      notFound={{
        title: t('intake.deliveries.notFound.title'),
        description: t('intake.deliveries.notFound.description'),
      }}
    >
      {delivery => <DeliveryView delivery={delivery} />}
    </DetailPage>
  );
}
