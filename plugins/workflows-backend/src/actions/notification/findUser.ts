import type { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** The user that an incident's source calls by some name; `undefined` when there is none, or more than one. */
export type FindUser = (name: string) => Promise<string | undefined>;

/** Looks by entity ref, name, e-mail address and display name. */
export function createFindUser(deps: {
  catalog: CatalogService;
  auth: AuthService;
}): FindUser {
  return async name => {
    const { items } = await deps.catalog.getEntities(
      {
        filter: name.startsWith('user:')
          ? nameFilter(name)
          : [
              { kind: 'user', 'metadata.name': name },
              { kind: 'user', 'spec.profile.email': name },
              { kind: 'user', 'spec.profile.displayName': name },
            ],
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        limit: 2,
      },
      { credentials: await deps.auth.getOwnServiceCredentials() },
    );
    return items.length === 1 ? stringifyEntityRef(items[0]) : undefined;
  };
}

function nameFilter(ref: string) {
  const { kind, namespace, name } = parseEntityRef(ref);
  return [{ kind, 'metadata.namespace': namespace, 'metadata.name': name }];
}
