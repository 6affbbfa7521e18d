/** By what an incident's entity is looked for, in the order in which it is tried. */
export interface EntityLookup {
  /** What somebody set by hand. */
  byHand?: string;
  /** An explicit ref in the payload. */
  entityRef?: string;
  /** Annotations that the entity carries, as the source says. */
  annotations?: Record<string, string>;
  /** What the configured rules that apply lead to, the first one first. */
  rules?: RuleRef[];
  /** The sender's name of the service. */
  service?: string;
}

/** A ref that a rule of `workflows.catalog.rules` made. */
export interface RuleRef {
  /** The rule's key in the configuration. */
  rule: string;
  ref: string;
}

/** One text for equal lookups; `undefined` when there is nothing to look for. */
export function lookupKey(lookup: EntityLookup): string | undefined {
  const { byHand, entityRef, annotations, rules, service } = lookup;
  const parts = [
    byHand || null,
    entityRef || null,
    annotations && Object.keys(annotations).length > 0 ? annotations : null,
    rules?.length ? rules : null,
    service || null,
  ];
  return parts.some(part => part !== null) ? JSON.stringify(parts) : undefined;
}
