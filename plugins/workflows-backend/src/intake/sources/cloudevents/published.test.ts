import { testPublishedDeliveries } from '../__testUtils__/golden';
import { cloudeventsSource } from './cloudeventsSource';

/** The examples of the specification are about nothing; these are what they have. */
const FIELDS = {
  incidentKey: 'id',
  title: 'type',
  service: 'source',
};

const EXAMPLE = {
  status: 'triggered' as const,
  title: 'com.example.someevent',
  service: '/mycontext',
};

testPublishedDeliveries({
  folder: 'cloudevents',
  type: cloudeventsSource,
  config: {
    fields: FIELDS,
    labels: { first: 'comexampleextension1', other: 'comexampleothervalue' },
    metadata: { data: 'data' },
  },
  expected: {
    'cloudevents.schema.json': {
      notADelivery: 'the JSON Schema of events, not an event',
    },
    // Its data is Thrift, which is nothing to map.
    'spec_json_A234-1234-1234_0.json': {
      events: [
        {
          incidentKey: 'A234-1234-1234',
          occurredAt: '2018-04-05T17:31:00.000Z',
          patch: { ...EXAMPLE, labels: { first: 'value', other: '5' } },
        },
      ],
    },
    'spec_json_B234-1234-1234_1.json': {
      events: [
        {
          incidentKey: 'B234-1234-1234',
          occurredAt: '2018-04-05T17:31:00.000Z',
          patch: {
            ...EXAMPLE,
            labels: { first: 'value', other: '5' },
            metadata: { data: '<much wow="xml"/>' },
          },
        },
      ],
    },
    'spec_json_C234-1234-1234_3.json': {
      events: [
        {
          incidentKey: 'C234-1234-1234',
          occurredAt: '2018-04-05T17:31:00.000Z',
          patch: {
            ...EXAMPLE,
            labels: { first: 'value', other: '5' },
            metadata: { data: 1.5 },
          },
        },
      ],
    },
    'spec_json_D234-1234-1234_4.json': {
      events: [
        {
          incidentKey: 'D234-1234-1234',
          occurredAt: '2018-04-05T17:31:00.000Z',
          patch: {
            ...EXAMPLE,
            labels: { first: 'value', other: '5' },
            metadata: { data: "I'm just a string" },
          },
        },
      ],
    },
    // It says no time and no type of its data, which is JSON by default.
    'spec_json_D234-1234-1234_5.json': {
      events: [
        {
          incidentKey: 'D234-1234-1234',
          occurredAt: '2026-11-22T12:00:00.000Z',
          patch: { ...EXAMPLE, metadata: { data: { xyz: 123 } } },
        },
      ],
    },
  },
});

testPublishedDeliveries({
  folder: 'cloudevents',
  type: cloudeventsSource,
  config: { fields: FIELDS, types: { 'com.example.incident': 'triggered' } },
  expected: {
    'cloudevents.schema.json': {
      notADelivery: 'the JSON Schema of events, not an event',
    },
    'spec_json_A234-1234-1234_0.json': {
      ignored: 'com.example.someevent is not',
    },
    'spec_json_B234-1234-1234_1.json': {
      ignored: 'com.example.someevent is not',
    },
    'spec_json_C234-1234-1234_3.json': {
      ignored: 'com.example.someevent is not',
    },
    'spec_json_D234-1234-1234_4.json': {
      ignored: 'com.example.someevent is not',
    },
    'spec_json_D234-1234-1234_5.json': {
      ignored: 'com.example.someevent is not',
    },
  },
});
