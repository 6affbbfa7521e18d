/**
 * Datadog's tags as labels: `service:checkout` is a label `service`. Of several
 * values of one name all are kept; a tag without a value is a label without one.
 */
export function datadogTags(
  tags: readonly string[] = [],
): Record<string, string> {
  const values = new Map<string, string[]>();
  for (const tag of tags.map(text => text.trim()).filter(Boolean)) {
    const [name, ...rest] = tag.split(':');
    const known = values.get(name) ?? [];
    const value = rest.join(':');
    values.set(name, known.includes(value) ? known : [...known, value]);
  }
  return Object.fromEntries(
    [...values].map(([name, all]) => [name, all.join(',')]),
  );
}
