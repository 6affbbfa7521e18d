import { mockServices } from '@backstage/backend-test-utils';
import { LeaseLateError, keepLease } from './leaseKeeper';

describe('keepLease', () => {
  const logger = mockServices.logger.mock();
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const keep = (renew: () => Promise<boolean>) =>
    keepLease({ renew, leaseMs: 10_000, renewMs: 3_000, logger });

  it('renews as long as the work lasts', async () => {
    const renew = jest.fn(async () => true);
    const lease = keep(renew);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(renew).toHaveBeenCalledTimes(20);
    expect(lease.signal.aborted).toBe(false);
    lease.stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(renew).toHaveBeenCalledTimes(20);
    expect(lease.signal.aborted).toBe(false);
  });

  it('aborts when the claim is another’s', async () => {
    const lease = keep(async () => false);
    await jest.advanceTimersByTimeAsync(3_000);
    expect(lease.signal.reason).toBeInstanceOf(LeaseLateError);
    lease.stop();
  });

  it.each<[string, () => Promise<boolean>]>([
    ['fails', () => Promise.reject(new Error('away'))],
    ['hangs', () => new Promise(() => {})],
  ])('aborts before the lease is over when renewing %s', async (_, renew) => {
    const lease = keep(renew);
    await jest.advanceTimersByTimeAsync(8_000);
    expect(lease.signal.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1_900);
    expect(lease.signal.aborted).toBe(true);
    lease.stop();
  });

  it('goes on after one renewal that failed', async () => {
    const renew = jest
      .fn()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValue(true);
    const lease = keep(renew);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(lease.signal.aborted).toBe(false);
    lease.stop();
  });
});
