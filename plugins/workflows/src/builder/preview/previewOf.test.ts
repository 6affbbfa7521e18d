import { SAMPLE_INCIDENT } from './sampleIncident';
import { entityContext } from './entityContext';
import { previewOf } from './previewOf';

const context = { incident: { ...SAMPLE_INCIDENT, title: 'a/b "c"' } };

describe('previewOf', () => {
  it.each([
    ['nothing without a template', 'plain', 'line', undefined],
    ['nothing without a value', undefined, 'json', undefined],
    ['a text', 'x {{ incident.title }}', 'text', { value: 'x a/b "c"' }],
    [
      'values with their types, leaf by leaf',
      { n: '{{ incident.episode }}', t: '{{ incident.title }}', u: 1 },
      'json',
      { value: { n: 1, t: 'a/b "c"', u: 1 } },
    ],
    ['a missing value', '{{ incident.nobody }}', 'line', { value: null }],
    [
      'a URL whose values stay one part of the path',
      'https://a.example/{{ incident.title }}/x',
      'url',
      { value: 'https://a.example/a%2Fb%20%22c%22/x' },
    ],
    [
      'an error in words',
      '{{ incident.title | nothing }}',
      'line',
      { error: expect.stringContaining('nothing') },
    ],
  ] as const)('is %s', (_, value, language, expected) => {
    expect(previewOf(value as string, context, language)).toEqual(expected);
  });
});

it('shows an entity to templates as a run does', () => {
  expect(
    entityContext({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'checkout', tags: ['tier-1'] },
      spec: { type: 'service' },
      relations: [
        { type: 'ownedBy', targetRef: 'group:default/payments' },
        { type: 'partOf', targetRef: 'system:default/shop' },
      ],
    }),
  ).toEqual({
    ref: 'component:default/checkout',
    kind: 'Component',
    owner: 'group:default/payments',
    system: 'system:default/shop',
    metadata: { name: 'checkout', namespace: 'default', tags: ['tier-1'] },
    spec: { type: 'service' },
  });
});
