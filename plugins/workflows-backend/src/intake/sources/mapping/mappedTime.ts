import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { DateTime, IANAZone } from 'luxon';
import { epochTime, isoTime } from '../sourceTime';

/** How a sender writes its times. */
export interface TimeFormat {
  /** By luxon's tokens; absent for ISO 8601 and times since 1970. */
  format?: string;
  /** Of times that do not say theirs. */
  zone: string;
}

/**
 * The `times` of a source.
 *
 * @throws InputError when the zone is not known
 */
export function readTimeFormat(config: Config): TimeFormat {
  const zone = config.getOptionalString('times.zone') ?? 'UTC';
  if (!IANAZone.isValidZone(zone)) {
    throw new InputError(
      `times.zone must be a zone such as Europe/Berlin, found '${zone}'`,
    );
  }
  return { zone, format: config.getOptionalString('times.format') };
}

/**
 * A sender's time as ours: by the configured format, else ISO 8601, else seconds
 * or finer since 1970, told apart by size.
 *
 * @throws InputError that names the path
 */
export function mappedTime(
  text: string,
  path: string,
  { format, zone }: TimeFormat,
): string {
  if (!format && /^\d+(\.\d+)?$/.test(text)) {
    return epochTime(text, path);
  }
  const time = format
    ? DateTime.fromFormat(text, format, { zone, locale: 'en' })
    : DateTime.fromISO(text, { zone });
  if (!time.isValid) {
    throw new InputError(
      `${path}: '${text.slice(0, 100)}' is not a time ${
        format ? `in the form ${format}` : 'in ISO 8601 or since 1970'
      }`,
    );
  }
  return isoTime(time.toUTC().toISO(), path);
}
