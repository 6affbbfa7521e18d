/**
 * What says to which team an incident belongs.
 *
 * @public
 */
export interface OwnedIncident {
  /** The owner of its entity. */
  ownerRef?: string;
  /** The team that the sender named. */
  team?: string;
}

/**
 * Why a workflow sees an incident, by owners alone: a global one sees all, a
 * team's those of entities that the team owns, or that name the team by its
 * name or ref, in any case. `undefined` when it does not. Nothing that an entity
 * or a workflow says widens this.
 *
 * @param workflowOwnerRef - empty or absent for a global workflow
 * @public
 */
export function ownerScope(
  workflowOwnerRef: string | undefined,
  incident: OwnedIncident,
): 'global' | 'owner' | 'team' | undefined {
  if (!workflowOwnerRef) {
    return 'global';
  }
  const wanted = lower(workflowOwnerRef);
  if (incident.ownerRef && wanted === lower(incident.ownerRef)) {
    return 'owner';
  }
  // `group:default/payments`, `default/payments` and `payments` are one team.
  const withoutKind = wanted.slice(wanted.indexOf(':') + 1);
  const name = withoutKind.slice(withoutKind.indexOf('/') + 1);
  return incident.team &&
    [wanted, withoutKind, name].includes(lower(incident.team))
    ? 'team'
    : undefined;
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
