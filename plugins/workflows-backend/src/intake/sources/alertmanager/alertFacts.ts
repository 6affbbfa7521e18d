import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import type { Alert, AlertDelivery } from './alertmanagerPayload';

export type AlertStatus = 'firing' | 'resolved';

/** @throws InputError when neither the alert nor the delivery says it */
export function alertStatus(alert: Alert, payload: AlertDelivery): AlertStatus {
  const status = alert.status ?? payload.status;
  if (!status) {
    throw new InputError(
      `alerts.${payload.alerts.indexOf(
        alert,
      )}.status: is missing, and so is the delivery's own`,
    );
  }
  return status;
}

/** The alert's identity; of formats that do not say it, what it is made of: the labels. */
export function fingerprint(alert: Alert): string {
  return (
    alert.fingerprint ??
    createHash('sha256')
      .update(JSON.stringify(Object.entries(alert.labels).sort(byName)))
      .digest('hex')
      .slice(0, 16)
  );
}

function byName([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * When the alert came into its status, ISO 8601. `endsAt` is in the year 1 while
 * it is open, and some senders leave it so; then the delivery's arrival counts.
 * An end is always after its beginning, so that the two stay in order.
 */
export function alertTime(
  alert: Alert,
  status: AlertStatus,
  receivedAt: string,
): string {
  const startsAt = Date.parse(alert.startsAt);
  if (status === 'firing') {
    return new Date(startsAt).toISOString();
  }
  const endsAt = Date.parse(alert.endsAt ?? '');
  return new Date(
    Math.max(endsAt > 0 ? endsAt : Date.parse(receivedAt), startsAt + 1),
  ).toISOString();
}

/** The first of some texts that says anything. */
export function firstText(
  ...texts: Array<string | undefined>
): string | undefined {
  return texts.find(Boolean);
}
