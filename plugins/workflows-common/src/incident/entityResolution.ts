/**
 * How an incident's entity was found, in the order in which it is looked for:
 * what somebody set by hand, an explicit ref in the payload, an annotation, a
 * rule of the configuration, a component's name. (What was set by hand comes
 * first because it corrects the rest.)
 *
 * @public
 */
export const RESOLVED_BY = [
  'hand',
  'payload',
  'annotation',
  'rule',
  'name',
] as const;

/** @public */
export type ResolvedBy = (typeof RESOLVED_BY)[number];

/**
 * How an incident came to its entity, or what led nowhere.
 *
 * @public
 */
export interface EntityResolution {
  /** Absent when no entity was found. */
  resolvedBy?: ResolvedBy;
  /** What led there: the ref as written, the annotation with its value, the rule's key, the name. */
  by?: string;
  /** Further entities that would have fit as well, the first few. */
  alternatives?: string[];
  /** Refs that were named and are not in the catalog. */
  unknown?: string[];
}
