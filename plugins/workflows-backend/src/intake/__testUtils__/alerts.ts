/** An alert as Alertmanager tells it. */
export function alert(options: {
  name: string;
  status?: 'firing' | 'resolved';
  startsAt?: string;
  endsAt?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}) {
  const {
    name,
    status = 'firing',
    startsAt = '2026-11-22T10:00:00Z',
    endsAt = status === 'firing'
      ? '0001-01-01T00:00:00Z'
      : '2026-11-22T10:05:00Z',
    labels,
    annotations,
  } = options;
  return {
    status,
    labels: { alertname: name, severity: 'critical', ...labels },
    annotations: { summary: `${name} is on fire`, ...annotations },
    startsAt,
    endsAt,
    generatorURL: 'http://prometheus.example/graph',
    fingerprint: `fingerprint-of-${name}`,
  };
}

/** A delivery of Alertmanager. */
export function delivery(...alerts: ReturnType<typeof alert>[]) {
  return {
    receiver: 'portal',
    status: alerts.some(({ status }) => status === 'firing')
      ? 'firing'
      : 'resolved',
    alerts,
    groupLabels: { alertname: 'group' },
    commonLabels: {},
    commonAnnotations: {},
    externalURL: 'http://alertmanager.example',
    version: '4',
    groupKey: '{}:{alertname="group"}',
    truncatedAlerts: 0,
  };
}
