import type {
  DeliverySummary,
  ListDeliveriesQuery,
  Page,
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

  async replay(id: string, caller: Caller): Promise<DeliverySummary> {
    assertAdmin(caller);
    return this.inner.replay(id, caller);
  }
}
