/** What a schema may ask for by `x-workflows-field`. */
export const MARKED_FIELDS = [
  'conditions',
  'duration',
  'json',
  'markdown',
  'secret',
  'text',
  'url',
] as const;

/** Our own fields in a schema's form. */
export type FieldName =
  | (typeof MARKED_FIELDS)[number]
  | 'keyValue'
  | 'line'
  | 'list'
  | 'optional'
  | 'refs'
  | 'union';
