import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  type PermissionResourceRef,
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import type { Caller } from './Caller';
import type { OwnedResource, OwnerFilter, OwnerQuery } from './OwnerQuery';

/** A policy's answer for one permission and caller: as a filter and as a test. */
export interface PolicyAnswer {
  /** For SQL; absent when everything is allowed. */
  filter?: OwnerFilter;
  /** The same for one resource in memory. */
  allows(resource: OwnedResource): boolean;
}

/** Asks the portal's permission policy. */
export class Policy {
  static create(options: {
    permissions: PermissionsService;
    registry: PermissionsRegistryService;
  }) {
    return new Policy(options.permissions, options.registry);
  }

  private constructor(
    private readonly permissions: PermissionsService,
    private readonly registry: PermissionsRegistryService,
  ) {}

  /** @throws NotAllowedError */
  async assert(permission: BasicPermission, caller: Caller): Promise<void> {
    const [{ result }] = await this.permissions.authorize([{ permission }], {
      credentials: caller.credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw refusal(permission.name);
    }
  }

  /** One question, however many resources it is then applied to. */
  async ask<TType extends string>(
    permission: ResourcePermission<TType>,
    resourceRef: PermissionResourceRef<OwnedResource, OwnerQuery, TType>,
    caller: Caller,
  ): Promise<PolicyAnswer | undefined> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission }],
      { credentials: caller.credentials },
    );
    if (decision.result === AuthorizeResult.DENY) {
      return undefined;
    }
    if (decision.result !== AuthorizeResult.CONDITIONAL) {
      return { allows: () => true };
    }
    const ruleset = this.registry.getPermissionRuleset(resourceRef);
    const authorizes = createConditionAuthorizer<OwnedResource>(ruleset);
    return {
      filter: createConditionTransformer<OwnerQuery>(ruleset)(
        decision.conditions,
      ),
      allows: resource => authorizes(decision, resource),
    };
  }
}

export function refusal(permissionName: string): NotAllowedError {
  return new NotAllowedError(
    `The permission policy does not allow ${permissionName} here`,
  );
}
