import { mockServices } from '@backstage/backend-test-utils';
import { ChangeSignals } from './signals';

describe('ChangeSignals', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const execution = { kind: 'execution', id: 'a' } as const;

  function create(publish = jest.fn(async () => {})) {
    const logger = mockServices.logger.mock();
    const signals = ChangeSignals.create({ signals: { publish }, logger });
    return { signals, publish, logger };
  }

  it('tells of the first change at once and of the last one for sure', () => {
    const { signals, publish } = create();
    for (let change = 0; change < 20; change++) {
      signals.publish(execution);
    }
    expect(publish).toHaveBeenCalledTimes(1);
    expect(publish).toHaveBeenCalledWith({
      recipients: { type: 'broadcast' },
      channel: 'workflows',
      message: execution,
    });
    jest.advanceTimersByTime(10_000);
    expect(publish).toHaveBeenCalledTimes(2);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('does not let one thing hold back another', () => {
    const { signals, publish } = create();
    signals.publish(execution);
    signals.publish({ kind: 'execution', id: 'b' });
    signals.publish({ kind: 'incident', id: 'a' });
    expect(publish).toHaveBeenCalledTimes(3);
  });

  it('outlives a signal that cannot be sent', async () => {
    const { signals, logger } = create(
      jest.fn().mockRejectedValue(new Error('no broker')),
    );
    signals.publish(execution);
    await jest.advanceTimersByTimeAsync(0);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    signals.stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});
