import { v7 } from 'uuid';

/** Less than every id that is made from this time on, in milliseconds. */
export function earliestId(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** A UUIDv7: time-ordered, so that lists page by id alone. */
export function newId(): string {
  return v7();
}
