import { mockServices } from '@backstage/backend-test-utils';
import { DefaultEventsService } from '@backstage/plugin-events-node';
import type { KeptDelivery } from '../Inbox';
import type { NewDelivery } from '../../database/operations/deliveries/insertDeliveries';
import type { ConfiguredSource } from '../readSources';
import { subscribeToTopics } from './subscribeToTopics';

const source = (id: string, ...topics: string[]): ConfiguredSource => ({
  id,
  type: 'test',
  insecure: false,
  topics,
  source: {
    verify: () => {
      throw new Error('events are not verified');
    },
    deliveryKey: ({ headers }) => {
      if (!headers['x-id']) {
        throw new Error('no id');
      }
      return headers['x-id'];
    },
    normalise: () => ({ ignored: 'test' }),
  },
});

async function subscribed(
  keep: (delivery: NewDelivery) => Promise<KeptDelivery>,
  ...sources: ConfiguredSource[]
) {
  const logger = mockServices.logger.mock();
  const events = DefaultEventsService.create({ logger });
  const stopping = new AbortController();
  await subscribeToTopics({
    events,
    sources,
    keep,
    logger,
    signal: stopping.signal,
    pausesMs: [0, 0],
  });
  return { events, logger, stopping };
}

const kept = async () => ({ id: 'd', duplicate: false });

describe('subscribeToTopics', () => {
  it('keeps the events of a source’s topics as its deliveries, without credentials', async () => {
    const keep = jest.fn(kept);
    const { events } = await subscribed(
      keep,
      source('a', 'incidents', 'more'),
      source('b', 'others'),
      source('c'),
    );
    await events.publish({
      topic: 'incidents',
      eventPayload: { id: 1 },
      metadata: { 'X-Id': 'one', Authorization: 'canary' },
    });
    await events.publish({ topic: 'nobody-hears', eventPayload: {} });
    expect(keep.mock.calls).toEqual([
      [
        {
          sourceId: 'a',
          deliveryKey: 'one',
          body: '{"id":1}',
          headers: { 'x-id': 'one' },
        },
      ],
    ]);
  });

  it('knows an event without its headers by its bytes', async () => {
    const keep = jest.fn(kept);
    const { events } = await subscribed(keep, source('a', 't'));
    await events.publish({ topic: 't', eventPayload: { id: 1 } });
    await events.publish({ topic: 't', eventPayload: { id: 1 } });
    await events.publish({ topic: 't', eventPayload: { id: 2 } });
    const keys = (keep.mock.calls as unknown as [NewDelivery][]).map(
      ([{ deliveryKey }]) => deliveryKey,
    );
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('tries again while it cannot be kept, then says what was lost', async () => {
    const keep = jest
      .fn(kept)
      .mockRejectedValueOnce(new Error('away'))
      .mockRejectedValueOnce(new Error('away'));
    const { events, logger } = await subscribed(keep, source('a', 't'));
    await events.publish({ topic: 't', eventPayload: {} });
    expect(keep).toHaveBeenCalledTimes(3);
    expect(logger.error).not.toHaveBeenCalled();

    keep.mockClear();
    keep.mockRejectedValue(new Error('away'));
    await events.publish({ topic: 't', eventPayload: {} });
    expect(keep).toHaveBeenCalledTimes(3);
    expect(logger.error).toHaveBeenCalledWith(
      "An event of topic 't' for source 'a' was not kept",
      expect.any(Error),
    );
  });

  it('does not keep what no hook would take', async () => {
    const keep = jest.fn(kept);
    const { events, logger } = await subscribed(keep, source('a', 't'));
    await events.publish({ topic: 't', eventPayload: 'x'.repeat(3_000_000) });
    expect(keep).not.toHaveBeenCalled();
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringMatching(/larger than 2097152 bytes/),
    );
  });
});
