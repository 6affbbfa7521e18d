import {
  type PermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import type { OwnedResource, OwnerQuery } from '../OwnerQuery';

type OwnedResourceRef<TType extends string> = PermissionResourceRef<
  OwnedResource,
  OwnerQuery,
  TType
>;

/** The rules that every kind of resource has. */
export function ownerRules<TType extends string>(
  resourceRef: OwnedResourceRef<TType>,
) {
  return [
    createPermissionRule({
      name: 'IS_OWNER',
      description: 'Allow what one of the given groups or users owns',
      resourceRef,
      paramsSchema: z.object({
        claims: z
          .array(z.string())
          .describe('Entity refs of which at least one must be the owner'),
      }),
      apply: ({ ownerRef }, { claims }) =>
        ownerRef !== undefined && claims.includes(ownerRef),
      // The empty ref means "no owner" in a query, never in a claim.
      toQuery: ({ claims }) => ({
        ownerRefs: claims.filter(claim => claim !== ''),
      }),
    }),
    createPermissionRule({
      name: 'IS_GLOBAL',
      description: 'Allow what no team owns',
      resourceRef,
      paramsSchema: z.object({}),
      apply: ({ ownerRef }) => ownerRef === undefined,
      toQuery: () => ({ ownerRefs: [''] }),
    }),
  ];
}
