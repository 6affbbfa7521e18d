import type {
  KillSwitch,
  PutKillSwitchRequest,
  RESOURCE_TYPE_WORKFLOW,
} from 'backstage-plugin-workflows-common';
import type { Caller } from '../permissions/Caller';
import type { ResourcePolicy } from '../permissions/ResourcePolicy';
import { assertAdmin } from '../permissions/floor';
import type { KillSwitchService } from './types';

/** {@link KillSwitchService}: seen by whoever may read workflows, changed by admins. */
export class AuthorizedKillSwitchService implements KillSwitchService {
  static create(options: {
    inner: KillSwitchService;
    workflows: ResourcePolicy<typeof RESOURCE_TYPE_WORKFLOW>;
  }) {
    return new AuthorizedKillSwitchService(options.inner, options.workflows);
  }

  private constructor(
    private readonly inner: KillSwitchService,
    private readonly workflows: ResourcePolicy<typeof RESOURCE_TYPE_WORKFLOW>,
  ) {}

  async get(caller: Caller): Promise<KillSwitch> {
    await this.workflows.assertReadsSome(caller);
    return this.inner.get(caller);
  }

  async put(
    request: PutKillSwitchRequest,
    caller: Caller,
  ): Promise<KillSwitch> {
    assertAdmin(caller);
    return this.inner.put(request, caller);
  }
}
