/* eslint-disable jest/no-export -- the tests of all sources are made here */
import { ConfigReader } from '@backstage/config';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  type IncidentEvent,
  incidentEventSchema,
} from 'backstage-plugin-workflows-common';
import type { IncidentSourceType } from 'backstage-plugin-workflows-node';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeBody, parseBody } from '../../body/parseBody';

/** Where others' published deliveries are: beside this repository, never in it. */
const PAYLOADS = resolve(__dirname, '../../../../../../../shared/payloads');

/** When the files count as received. */
export const GOLDEN_RECEIVED_AT = '2026-11-22T12:00:00.000Z';

/** What one file must give; written by hand from the file. */
export type GoldenExpectation = {
  /** Of the delivery, in lower case; the files do not hold them. */
  headers?: Record<string, string>;
  /** Added to the source's configuration. */
  config?: JsonObject;
} & (
  | {
      /**
       * All of them, in order. Equal in every field (one that is absent here is
       * absent there), apart from `patch.metadata`, of which only the keys named
       * here count. Jest's matchers may stand for values.
       */
      events: IncidentEvent[];
    }
  | {
      /** Part of the reason. */
      ignored: string;
    }
  | {
      /** Part of the error's message: the place, and what is wrong there. */
      fails: string;
    }
  | {
      /** Why no sender posts this file to a hook of this source. */
      notADelivery: string;
    }
);

/**
 * Tests a source against published deliveries: every file of a folder under
 * `../shared/payloads` must be expected, and give what is expected. Where the
 * folder is not, the tests are skipped, and their name says so.
 */
export function testPublishedDeliveries(options: {
  /** For example `alertmanager`. */
  folder: string;
  type: IncidentSourceType;
  /** Of the source; `insecure: true` is added. */
  config?: JsonObject;
  /** By the file's name. */
  expected: Record<string, GoldenExpectation>;
}): void {
  const { folder, type, config, expected } = options;
  const path = resolve(PAYLOADS, folder);
  const there = existsSync(path);
  const name = `${type.type}${config ? ` with ${JSON.stringify(config)}` : ''}`;

  (there ? describe : describe.skip)(
    `${name} on ../shared/payloads/${folder}${
      there ? '' : ' (skipped: the folder is not there)'
    }`,
    () => {
      it('expects every file', () => {
        expect(Object.keys(expected).sort()).toEqual(readdirSync(path).sort());
      });

      it.each(
        Object.keys(expected).filter(
          file => !('notADelivery' in expected[file]),
        ),
      )('%s', file => {
        expect(
          outcomeOf({
            type,
            config: { insecure: true, ...config },
            body: readFileSync(resolve(path, file)),
            expectation: expected[file],
          }),
        ).toEqual(wantedOf(expected[file]));
      });
    },
  );
}

function outcomeOf(options: {
  type: IncidentSourceType;
  config: JsonObject;
  body: Buffer;
  expectation: GoldenExpectation;
}): object {
  const { type, config, body, expectation } = options;
  const source = type.create(
    new ConfigReader({ ...config, ...expectation.config }),
  );
  try {
    const { events, ignored } = source.normalise({
      headers: expectation.headers ?? {},
      body: parseBody(decodeBody(body)),
      receivedAt: GOLDEN_RECEIVED_AT,
    });
    // As they are kept: without what is undefined.
    const kept: IncidentEvent[] = JSON.parse(JSON.stringify(events ?? []));
    return events
      ? {
          events: kept.map((event, index) =>
            withNamedMetadata(
              incidentEventSchema.parse(event),
              'events' in expectation ? expectation.events[index] : undefined,
            ),
          ),
        }
      : { ignored };
  } catch (error) {
    return { fails: toError(error).message };
  }
}

function wantedOf(expectation: GoldenExpectation): object {
  if ('events' in expectation) {
    return { events: expectation.events };
  }
  const [kind, text] = Object.entries(expectation).find(
    ([key]) => key === 'ignored' || key === 'fails',
  )!;
  return { [kind]: expect.stringContaining(text as string) };
}

/** The event with only those keys of its metadata that an expectation names. */
function withNamedMetadata(
  event: IncidentEvent,
  expected: IncidentEvent | undefined,
): IncidentEvent {
  const { metadata = {}, ...patch } = event.patch;
  const named = expected?.patch.metadata;
  return {
    ...event,
    patch: {
      ...patch,
      ...(named && {
        metadata: Object.fromEntries(
          Object.entries(metadata).filter(([key]) => Object.hasOwn(named, key)),
        ),
      }),
    },
  };
}
