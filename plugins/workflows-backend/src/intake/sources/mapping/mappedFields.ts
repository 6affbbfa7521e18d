/** The fields of an incident that are one text. */
export const TEXT_FIELDS = [
  'title',
  'severity',
  'priority',
  'service',
  'team',
  'assignee',
  'url',
  'description',
] as const;

/** All that `fields` in the configuration may name. */
export const FIELDS = [
  'incidentKey',
  'status',
  'entityRef',
  'occurredAt',
  ...TEXT_FIELDS,
] as const;

export type MappedField = (typeof FIELDS)[number];
