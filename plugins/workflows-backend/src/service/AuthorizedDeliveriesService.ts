import type {
  DeliveryCounts,
  DeliveryDetail,
  DeliverySummary,
  ListDeliveriesQuery,
  Page,
  ReplayDeliveriesRequest,
} from 'backstage-plugin-workflows-common';
import type { Caller } from '../permissions/Caller';
import { assertAdmin } from '../permissions/floor';
import type { DeliveriesService } from './types';

/** {@link DeliveriesService} for admins: a delivery holds what any sender said. */
export class AuthorizedDeliveriesService implements DeliveriesService {
  static create(options: { inner: DeliveriesService }) {
    return new AuthorizedDeliveriesService(options.inner);
  }

  private constructor(private readonly inner: DeliveriesService) {}

  async list(
    query: ListDeliveriesQuery,
    caller: Caller,
  ): Promise<Page<DeliverySummary>> {
    assertAdmin(caller);
    return this.inner.list(query, caller);
  }

  async get(id: string, caller: Caller): Promise<DeliveryDetail> {
    assertAdmin(caller);
    return this.inner.get(id, caller);
  }

  async counts(caller: Caller): Promise<DeliveryCounts> {
    assertAdmin(caller);
    return this.inner.counts(caller);
  }

  async replayFailed(
    request: ReplayDeliveriesRequest,
    caller: Caller,
  ): Promise<{ replayed: number }> {
    assertAdmin(caller);
    return this.inner.replayFailed(request, caller);
  }

  async replay(id: string, caller: Caller): Promise<DeliverySummary> {
    assertAdmin(caller);
    return this.inner.replay(id, caller);
  }
}
