/** Something that a template may name. */
export interface TemplatePath {
  /** As it is written, for example `incident.labels["a.b"]`. */
  path: string;
  /** `text`, `number`, `object`, …; of an output what its schema says. */
  type: string;
  title: string;
  description?: string;
  /** Values that it had, or has in an example. */
  values?: readonly unknown[];
  /** Anything may be below it. */
  open?: boolean;
}

/** Maps of the incident and its entity, whose keys may hold dots. */
const MAPS = [
  'labels',
  'entityAnnotations',
  'entity.metadata.labels',
  'entity.metadata.annotations',
];

/** A field's path as a template writes it. */
export function expressionOf(field: string): string {
  const map = MAPS.find(name => field.startsWith(`${name}.`));
  const keys = map
    ? [...map.split('.'), field.slice(map.length + 1)]
    : field.split('.');
  return written(field.startsWith('entity.') ? keys : ['incident', ...keys]);
}

/** Names one below the other, in brackets where they are no plain names. */
export function written(keys: readonly string[]): string {
  return keys
    .map((key, index) => {
      if (!/^[A-Za-z_]\w*$/.test(key)) {
        return `["${key}"]`;
      }
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}
