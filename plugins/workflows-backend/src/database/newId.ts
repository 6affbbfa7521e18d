import { v7 } from 'uuid';

/** A UUIDv7: time-ordered, so that lists page by id alone. */
export function newId(): string {
  return v7();
}
