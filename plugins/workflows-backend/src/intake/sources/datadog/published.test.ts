import { testPublishedDeliveries } from '../__testUtils__/golden';
import { datadogSource } from './datadogSource';

/** By FireHydrant's template, which names things differently from ours. */
const COMMON = {
  title: '[TEST] Test Monitor',
  description: 'This is the content of the monitor.',
  url: 'https://datadoghq.com/event/event?id=238472398472582',
};

const LABELS = {
  monitor: '',
  name: 'myService',
  role: 'computing-node',
  region: 'us-west2',
};

const EVENT = {
  incidentKey: '18913k2b63ifs',
  occurredAt: '2023-11-08T21:56:54.000Z',
};

testPublishedDeliveries({
  folder: 'datadog',
  type: datadogSource,
  expected: {
    'fh_open-high.json': {
      events: [
        {
          ...EVENT,
          patch: {
            ...COMMON,
            status: 'triggered',
            severity: 'warning',
            priority: 'P2',
            labels: LABELS,
            metadata: { transition: 'Triggered' },
          },
        },
      ],
    },
    'fh_open-low.json': {
      events: [
        {
          ...EVENT,
          patch: {
            ...COMMON,
            status: 'triggered',
            severity: 'warning',
            priority: 'P4',
            labels: LABELS,
          },
        },
      ],
    },
    'fh_tag-list.json': {
      events: [
        {
          ...EVENT,
          patch: {
            ...COMMON,
            status: 'resolved',
            labels: LABELS,
            metadata: { transition: 'Recovered' },
          },
        },
      ],
    },
    'fh_tag-none.json': {
      events: [{ ...EVENT, patch: { ...COMMON, status: 'resolved' } }],
    },
  },
});
