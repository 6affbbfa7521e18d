/** Rows of each section; the link beside its heading leads to all. */
export const ROWS = 5;

/** The address of a full list, filtered for one entity. */
export function forEntity(listPath: string, entityRef: string): string {
  return `${listPath}?${new URLSearchParams({ entityRef })}`;
}
