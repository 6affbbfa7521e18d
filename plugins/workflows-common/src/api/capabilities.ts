/**
 * What the plugin knows of a caller besides the permission policy. A page hides
 * what the caller may not do by both; the backend refuses it in any case.
 *
 * @public
 */
export interface Capabilities {
  /** Whether `workflows.admins` names the caller. */
  admin: boolean;
  /** What the caller stands for: itself and its groups, lower case. */
  ownershipRefs: string[];
}
