import type { PermissionCriteria } from '@backstage/plugin-permission-common';

/** What the rules look at: all three kinds of resources belong to an owner or to nobody. */
export interface OwnedResource {
  /** Absent for what no team owns. */
  ownerRef?: string;
}

/** Rows whose owner is one of these; the empty ref stands for no owner. */
export interface OwnerQuery {
  ownerRefs: string[];
}

/** Which rows a caller may see. */
export type OwnerFilter = PermissionCriteria<OwnerQuery>;
