/** By what an incident's entity is looked for. */
export interface EntityLookup {
  /** An explicit ref in the payload. */
  entityRef?: string;
  /** The sender's name of the service. */
  service?: string;
}

/** One text for equal lookups. */
export function lookupKey({ entityRef, service }: EntityLookup): string {
  return JSON.stringify([entityRef ?? null, service ?? null]);
}
