import type { Alert, AlertDelivery } from './alertmanagerPayload';

/**
 * A group in parts, of alerts with the same values of some labels. The group's
 * own key stays part of each part's: a delivery always holds the whole of a
 * group, so it holds the whole of a part, too, however Alertmanager groups.
 */
export function partsByLabels<A extends Alert>(
  payload: AlertDelivery<A>,
  labels: readonly string[],
): AlertDelivery<A>[] {
  const parts = new Map<string, A[]>();
  for (const alert of payload.alerts) {
    const name = partName(alert, labels);
    parts.set(name, [...(parts.get(name) ?? []), alert]);
  }
  return [...parts].map(([name, alerts]) => ({
    ...payload,
    groupKey: payload.groupKey && `${payload.groupKey}:${name}`,
    alerts,
    commonLabels: common(alerts.map(alert => alert.labels)),
    commonAnnotations: common(alerts.map(({ annotations }) => annotations)),
  }));
}

/** As Alertmanager writes it in group keys. */
function partName(alert: Alert, labels: readonly string[]): string {
  const pairs = labels.map(label => {
    const value = Object.hasOwn(alert.labels, label) ? alert.labels[label] : '';
    return `${label}=${JSON.stringify(value)}`;
  });
  return `{${pairs.join(', ')}}`;
}

function common([first, ...others]: Record<string, string>[]): Record<
  string,
  string
> {
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) =>
      others.every(
        other => Object.hasOwn(other, name) && other[name] === value,
      ),
    ),
  );
}
