import type { SchedulerService } from '@backstage/backend-plugin-api';
import { removeOld } from './removeOld';

/** Removes what is old every hour, on one of the backends. */
export async function scheduleRetention({
  scheduler,
  ...options
}: { scheduler: SchedulerService } & Omit<
  Parameters<typeof removeOld>[0],
  'signal'
>): Promise<void> {
  await scheduler.scheduleTask({
    id: 'workflows-retention',
    scope: 'global',
    frequency: { hours: 1 },
    initialDelay: { minutes: 1 },
    timeout: { minutes: 30 },
    fn: signal => removeOld({ ...options, signal }),
  });
}
