import { NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { PermissionResourceRef } from '@backstage/plugin-permission-node';
import type { Caller } from './Caller';
import { assertMayChange } from './floor';
import type { OwnedResource, OwnerQuery } from './OwnerQuery';
import { type Policy, type PolicyAnswer, refusal } from './Policy';

/** {@link Policy} and floor for one kind of resource. */
export class ResourcePolicy<TType extends string> {
  static create<TType extends string>(options: {
    policy: Policy;
    resourceRef: PermissionResourceRef<OwnedResource, OwnerQuery, TType>;
    read: ResourcePermission<TType>;
  }) {
    return new ResourcePolicy(
      options.policy,
      options.resourceRef,
      options.read,
    );
  }

  private constructor(
    private readonly policy: Policy,
    private readonly resourceRef: PermissionResourceRef<
      OwnedResource,
      OwnerQuery,
      TType
    >,
    private readonly read: ResourcePermission<TType>,
  ) {}

  ask(
    permission: ResourcePermission<TType>,
    caller: Caller,
  ): Promise<PolicyAnswer | undefined> {
    return this.policy.ask(permission, this.resourceRef, caller);
  }

  /** @throws NotAllowedError when the caller may read none at all */
  async assertReadsSome(caller: Caller): Promise<PolicyAnswer> {
    const answer = await this.ask(this.read, caller);
    if (!answer) {
      throw refusal(this.read.name);
    }
    return answer;
  }

  /**
   * Gives the resource back when the caller may read it. What may not be read is
   * not found, so that an id cannot be tried out.
   */
  async readable<T extends OwnedResource>(
    resource: T,
    id: string,
    caller: Caller,
  ): Promise<T> {
    if (!(await this.assertReadsSome(caller)).allows(resource)) {
      throw new NotFoundError(`There is no ${this.read.resourceType} "${id}"`);
    }
    return resource;
  }

  /** @throws NotAllowedError */
  async assertAllowed(
    permission: ResourcePermission<TType>,
    resource: OwnedResource,
    caller: Caller,
  ): Promise<void> {
    if (!(await this.ask(permission, caller))?.allows(resource)) {
      throw refusal(permission.name);
    }
  }

  /** Floor first, then policy. */
  async assertMayChange(
    permission: ResourcePermission<TType>,
    resource: OwnedResource,
    caller: Caller,
  ): Promise<void> {
    assertMayChange(caller, resource);
    await this.assertAllowed(permission, resource, caller);
  }
}
