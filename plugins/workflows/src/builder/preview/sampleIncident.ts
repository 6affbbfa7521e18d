import type { JsonObject } from '@backstage/types';

/** For a portal that has had no incident yet. */
export const SAMPLE_INCIDENT: JsonObject = {
  id: '00000000-0000-7000-8000-000000000000',
  sourceId: 'sample',
  incidentKey: 'sample',
  status: 'triggered',
  title: 'Sample: checkout answers slowly',
  description: 'The 95th percentile is above 2 s for 5 minutes.',
  severity: 'critical',
  priority: 'P1',
  service: 'checkout',
  team: 'payments',
  assignee: 'Ada',
  url: 'https://incidents.example.com/1',
  labels: { env: 'production' },
  metadata: {},
  episode: 1,
  startedAt: '2026-01-01T12:00:00.000Z',
  createdAt: '2026-01-01T12:00:05.000Z',
  updatedAt: '2026-01-01T12:00:05.000Z',
};
