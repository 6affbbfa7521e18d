/** A line of a map that is being typed: its name may be empty, or there twice. */
export interface KeyValueRow {
  name: string;
  value: unknown;
}

export function rowsOf(map: object | undefined): KeyValueRow[] {
  return Object.entries(map ?? {}).map(([name, value]) => ({ name, value }));
}

/** The map that the rows make; undefined when none has a name. */
export function mapOf(
  rows: readonly KeyValueRow[],
): Record<string, unknown> | undefined {
  const named = rows.filter(row => row.name !== '');
  return named.length > 0
    ? Object.fromEntries(named.map(({ name, value }) => [name, value]))
    : undefined;
}

/** Whether a later row with the same name makes this one count for nothing. */
export function isOverruled(rows: readonly KeyValueRow[], index: number) {
  const { name } = rows[index];
  return name !== '' && rows.slice(index + 1).some(row => row.name === name);
}
