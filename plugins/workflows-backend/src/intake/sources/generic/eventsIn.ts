import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { getPath } from 'backstage-plugin-workflows-common';
import { type PlacedEvent, asJsonObject } from '../mapping/mapEvents';

/**
 * The events in a body: itself, or the list at a path. Beside an event's own
 * fields the whole body is there as `$`, so that `$.service` is what it says for
 * all of its events.
 *
 * @throws InputError that names the place of what is not as it should be
 */
export function eventsIn(
  body: JsonValue,
  path: string | undefined,
): PlacedEvent[] {
  if (path === undefined) {
    return [withBody(asJsonObject(body, 'the body'), body, '')];
  }
  const list = path === '$' ? body : getPath(body, path);
  if (!Array.isArray(list)) {
    throw new InputError(
      `${path}: ${list === undefined ? 'is missing, and ' : ''}must be a list`,
    );
  }
  return list.map((item, index) => {
    const place = `${path}.${index}`;
    return withBody(asJsonObject(item, place), body, `${place}.`);
  });
}

function withBody(
  event: Record<string, JsonValue | undefined>,
  body: JsonValue,
  place: string,
): PlacedEvent {
  return { event: { ...event, $: body }, place };
}
