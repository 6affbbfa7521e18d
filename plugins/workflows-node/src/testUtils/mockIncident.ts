import type { Incident } from 'backstage-plugin-workflows-common';

/**
 * An incident as actions see it.
 *
 * @public
 */
export function mockIncident(fields: Partial<Incident> = {}): Incident {
  return {
    id: '0190c0de-0000-7000-8000-000000000001',
    sourceId: 'alerts',
    incidentKey: 'checkout-latency',
    status: 'triggered',
    episode: 1,
    title: 'Checkout answers slowly',
    severity: 'critical',
    labels: { region: 'eu' },
    metadata: {},
    ownerRef: 'group:default/payments',
    entityRef: 'component:default/checkout',
    startedAt: '2026-11-22T10:00:00.000Z',
    createdAt: '2026-11-22T10:00:01.000Z',
    updatedAt: '2026-11-22T10:00:01.000Z',
    ...fields,
  };
}
