import { createHash } from 'node:crypto';

const ALERTS = [
  {
    name: 'CheckoutErrorRateHigh',
    severity: 'critical',
    summary: 'Checkout answers 7.4% of requests with errors',
    description: 'More than 5% of the requests failed for five minutes.',
  },
  {
    name: 'CheckoutLatencyHigh',
    severity: 'warning',
    summary: 'Checkout takes 3.2 s at the 99th percentile',
    description: 'The 99th percentile has been above 2 s for five minutes.',
  },
];

const COMMON = {
  cluster: 'eu-1',
  namespace: 'shop',
  service: 'checkout',
};

/** A webhook body of Alertmanager, version 4, as 0.28 sends it. */
export function notification({ startedAt, resolved }) {
  const status = resolved ? 'resolved' : 'firing';
  const pod = `checkout-${fingerprint(startedAt).slice(0, 5)}`;
  return {
    receiver: 'backstage',
    status,
    alerts: ALERTS.map(({ name, severity, summary, description }) => {
      const labels = { alertname: name, ...COMMON, pod, severity };
      return {
        status,
        labels,
        annotations: { summary, description },
        startsAt: startedAt,
        endsAt: resolved ? new Date().toISOString() : '0001-01-01T00:00:00Z',
        generatorURL: `https://prometheus.shop.example/graph?g0.expr=${name}`,
        fingerprint: fingerprint(JSON.stringify(labels)),
      };
    }),
    groupLabels: { service: COMMON.service },
    commonLabels: { ...COMMON, pod },
    commonAnnotations: {},
    externalURL: 'https://alertmanager.shop.example',
    version: '4',
    groupKey: `{}:{service="${COMMON.service}"}`,
    truncatedAlerts: 0,
  };
}

/** Alertmanager's is a 64-bit hash of the labels in hexadecimal. */
function fingerprint(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
