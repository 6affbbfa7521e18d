import type { SourceDelivery } from 'backstage-plugin-workflows-node';
import { epochTime } from '../sourceTime';

const HEADER = 'sentry-hook-timestamp';

/** When Sentry sent a delivery, else when it arrived: its bodies do not say when. */
export function hookTime({ headers, receivedAt }: SourceDelivery): string {
  const seconds = headers[HEADER];
  return seconds ? epochTime(seconds, HEADER) : receivedAt;
}

export function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
