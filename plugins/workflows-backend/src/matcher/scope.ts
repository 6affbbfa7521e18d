import { parseEntityRef } from '@backstage/catalog-model';
import type { Incident } from 'backstage-plugin-workflows-common';

/**
 * Whether a workflow of this owner sees the incident: a global one sees all, a
 * team's those of entities that the team owns, or that name the team by its
 * name or ref, in any case.
 */
export function inScope(ownerRef: string, incident: Incident): boolean {
  if (ownerRef === '' || same(ownerRef, incident.ownerRef)) {
    return true;
  }
  if (!incident.team) {
    return false;
  }
  const { namespace, name } = parseEntityRef(ownerRef);
  return [ownerRef, `${namespace}/${name}`, name].some(spelling =>
    same(spelling, incident.team),
  );
}

function same(a: string, b: string | undefined): boolean {
  return a.toLocaleLowerCase('en-US') === b?.toLocaleLowerCase('en-US');
}
