/* eslint-disable jest/expect-expect -- fails() expects */
import { AuthenticationError, InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { createHash } from 'node:crypto';
import {
  type IncidentSource,
  createIncidentSource,
} from '../createIncidentSource';
import { readTokens } from '../verification';
import type { ContractedSource } from './ContractedSource';
import {
  checkNeedsCredentials,
  checkRefusesChangedBodies,
  checkRefusesOthers,
  checkTakesItsSender,
} from './credentialsContract';
import {
  checkKeysOfAnything,
  checkKnowsCopies,
  checkTellsDeliveriesApart,
} from './deliveryKeyContract';
import {
  checkGivesEvents,
  checkIsPure,
  checkSurvivesAnything,
} from './normaliseContract';
import { testIncidentSource } from './testIncidentSource';

const digest = (content: Buffer) =>
  createHash('sha256').update(content).digest('hex');

/** The smallest source that keeps to the contract, with parts of it replaced. */
function sourceWith(
  parts: Partial<IncidentSource> = {},
  create?: (source: IncidentSource) => IncidentSource,
): ContractedSource {
  const type = createIncidentSource({
    type: 'acme',
    create(config) {
      const verifyHeaders = readTokens(config);
      const source: IncidentSource = {
        verifyHeaders,
        verify: ({ headers }) => verifyHeaders(headers),
        deliveryKey: ({ rawBody }) => digest(rawBody),
        normalise({ body, receivedAt }) {
          const { id, text } = (body ?? {}) as JsonObject;
          if (typeof id !== 'string' || id === '') {
            throw new InputError('id: must be a text');
          }
          return {
            events: [
              {
                incidentKey: id,
                occurredAt: receivedAt,
                patch: {
                  status: 'triggered',
                  ...(typeof text === 'string' && text && { title: text }),
                },
              },
            ],
          };
        },
        ...parts,
      };
      return create?.(source) ?? source;
    },
  });
  return {
    type,
    config: { tokens: ['a-token'] },
    credentials: () => ({ authorization: 'Bearer a-token' }),
    deliveries: {
      one: { body: { id: '1', text: 'Fire', at: { floor: 3 } } },
      two: { body: { id: '2', text: 'Water' } },
    },
  };
}

const event = (patch: JsonObject, incidentKey: any = 'i') => ({
  events: [{ incidentKey, occurredAt: '2026-11-22T12:00:00.000Z', patch }],
});

testIncidentSource(sourceWith());

const fails = (
  check: (contracted: ContractedSource) => void,
  contracted: ContractedSource,
  message: string | RegExp,
) => expect(() => check(contracted)).toThrow(message);

describe('the contract refuses a source that', () => {
  it('takes anyone when the configuration has no credentials', () => {
    const contracted = sourceWith();
    contracted.type = {
      type: 'acme',
      create: () => ({ ...createOf(contracted), verify: () => {} }),
    };
    fails(checkNeedsCredentials, contracted, 'made without credentials');
  });

  it('is tested without credentials', () => {
    const contracted = { ...sourceWith(), config: { insecure: true } };
    fails(checkNeedsCredentials, contracted, 'has to have secrets or tokens');
  });

  it('refuses its own sender', () => {
    const refuses = () => {
      throw new AuthenticationError('No');
    };
    fails(checkTakesItsSender, sourceWith({ verify: refuses }), 'No');
  });

  it('takes others', () => {
    fails(
      checkRefusesOthers,
      sourceWith({ verify: () => {} }),
      'verify throws nothing, not an AuthenticationError: no credentials',
    );
  });

  it('takes whoever begins well', () => {
    const verify: IncidentSource['verify'] = ({ headers }) => {
      if (!headers.authorization?.startsWith('Bearer a-tok')) {
        throw new AuthenticationError('No');
      }
    };
    fails(checkRefusesOthers, sourceWith({ verify }), 'authorization: ');
  });

  it('stumbles over odd credentials', () => {
    const verify: IncidentSource['verify'] = ({ headers }) => {
      if (headers.authorization!.split(' ')[1].trim() !== 'a-token') {
        throw new AuthenticationError('No');
      }
    };
    fails(
      checkRefusesOthers,
      sourceWith({ verify }),
      'verify throws TypeError, not an AuthenticationError: no credentials',
    );
  });

  it('does not look at what was signed', () => {
    const contracted = sourceWith({ verify: () => {} });
    contracted.credentials = ({ rawBody }) => ({ sig: digest(rawBody) });
    fails(checkRefusesChangedBodies, contracted, 'one more space');
  });

  it('counts copies as different', () => {
    let count = 0;
    fails(
      checkKnowsCopies,
      sourceWith({ deliveryKey: () => String(count++) }),
      'another key',
    );
    fails(
      checkKnowsCopies,
      sourceWith({ deliveryKey: ({ receivedAt }) => receivedAt }),
      'another key',
    );
  });

  it('counts different deliveries as copies', () => {
    fails(
      checkTellsDeliveriesApart,
      sourceWith({ deliveryKey: () => 'key' }),
      'two has the key of one',
    );
  });

  it('cannot name a delivery that it does not understand', () => {
    fails(
      checkKeysOfAnything,
      sourceWith({
        deliveryKey: ({ rawBody }) =>
          JSON.parse(rawBody.toString()).id.toString(),
      }),
      /id|toString/,
    );
  });

  it('ignores everything', () => {
    fails(
      checkGivesEvents,
      sourceWith({ normalise: () => ({ ignored: 'No' }) }),
      'none of the deliveries gives an event',
    );
  });

  it.each([
    ['gives nothing', { events: [] }, 'gives no events'],
    ['ignores without a reason', { ignored: '' }, 'why it is ignored'],
    ['erases', event({ title: '' }), 'patch.title is an empty text'],
    ['invents fields', event({ colour: 'red' }), 'event 0, patch'],
    ['invents statuses', event({ status: 'odd' }), 'event 0, patch.status'],
  ])('%s', (_, outcome, message) => {
    fails(
      checkGivesEvents,
      sourceWith({ normalise: () => outcome as never }),
      message,
    );
  });

  it('looks at the clock', () => {
    const now = () => event({ title: new Date().toISOString() });
    fails(checkIsPure, sourceWith({ normalise: now }), 'when it is looked at');
    const since1970 = () => event({ title: String(Date.now()) });
    fails(
      checkIsPure,
      sourceWith({ normalise: since1970 }),
      'when it is looked at',
    );
  });

  it('remembers', () => {
    fails(
      checkIsPure,
      sourceWith({}, source => {
        let count = 0;
        return {
          ...source,
          normalise: () => event({ title: `${count++}` }),
        };
      }),
      'what was looked at before',
    );
  });

  it('changes what it was given', () => {
    const normalise: IncidentSource['normalise'] = ({ body }) => {
      delete (body as JsonObject).text;
      return event({ title: 'x' });
    };
    fails(checkIsPure, sourceWith({ normalise }), /delete property/);
  });

  it.each<[string, IncidentSource['normalise'], RegExp]>([
    [
      'stumbles over what is missing',
      ({ body }: any) => event({ title: body.at?.floor.toFixed() ?? 'x' }),
      /throws TypeError.*/,
    ],
    [
      'passes on what it did not look at',
      ({ body }: any) => event({ title: body?.text ?? 'x' }),
      /null as the body|at text: event 0, patch\.title/,
    ],
    [
      'says nothing of what is wrong',
      ({ body }: any) => {
        if (typeof body?.id !== 'string') {
          throw new Error('');
        }
        return event({ title: 'x' });
      },
      /throws Error/,
    ],
  ])('%s', (_, normalise, message) => {
    fails(checkSurvivesAnything, sourceWith({ normalise }), message);
  });
});

function createOf({ type, config }: ContractedSource): IncidentSource {
  return type.create({
    getOptionalStringArray: () => config.tokens,
    getOptionalBoolean: () => undefined,
  } as never);
}
