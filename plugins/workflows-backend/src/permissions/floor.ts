import { NotAllowedError } from '@backstage/errors';
import type { Caller } from './Caller';
import type { OwnedResource } from './OwnerQuery';

/**
 * What holds besides any policy, for users and services alike: a team's things
 * are changed by its members and by admins, what no team owns by admins only.
 * Policies cannot widen it; the permission client always allows services, so
 * without it a service token could change everything.
 */
export function mayChange(caller: Caller, resource: OwnedResource): boolean {
  return (
    caller.admin ||
    (resource.ownerRef !== undefined &&
      caller.ownershipRefs.includes(resource.ownerRef))
  );
}

/** @throws NotAllowedError that says who may */
export function assertMayChange(caller: Caller, resource: OwnedResource): void {
  if (!mayChange(caller, resource)) {
    throw new NotAllowedError(
      resource.ownerRef
        ? `Only members of ${resource.ownerRef} and workflows.admins may do this`
        : 'It belongs to no team: only workflows.admins may do this',
    );
  }
}

/** @throws NotAllowedError */
export function assertAdmin(caller: Caller): void {
  if (!caller.admin) {
    throw new NotAllowedError('Only workflows.admins may do this');
  }
}
