import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readSources } from './readSources';
import { alertmanagerSource } from './sources/alertmanager/alertmanagerSource';
import { genericSource } from './sources/generic/genericSource';

function read(sources?: JsonObject) {
  return readSources({
    config: new ConfigReader(sources ? { workflows: { sources } } : {}),
    types: [alertmanagerSource, genericSource],
  });
}

describe('readSources', () => {
  it('makes a source of each entry', () => {
    expect(
      read({
        a: { type: 'alertmanager', tokens: ['t'] },
        'b-2': { type: 'alertmanager', insecure: true },
      }),
    ).toMatchObject([
      { id: 'a', type: 'alertmanager', insecure: false },
      { id: 'b-2', type: 'alertmanager', insecure: true },
    ]);
    expect(read()).toEqual([]);
  });

  it.each<[JsonObject, string]>([
    [
      { a: { type: 'alertmanager' } },
      'workflows.sources.a: tokens must name at least one token',
    ],
    [
      { a: { type: 'pager' } },
      "workflows.sources.a.type is 'pager', which is not one of alertmanager, generic",
    ],
    [{ 'a/b': { type: 'generic' } }, 'workflows.sources.a/b: '],
    [
      { a: { type: 'generic', insecure: true, fields: { title: 't' } } },
      'workflows.sources.a: fields.incidentKey must name a path',
    ],
    [
      { a: { type: 'generic', insecure: true, fields: { key: 't' } } },
      'workflows.sources.a: fields.key is not a field of incidents',
    ],
    [
      {
        a: {
          type: 'generic',
          insecure: true,
          fields: { incidentKey: 'i', title: 't' },
          statuses: { open: 'on fire' },
        },
      },
      'workflows.sources.a: statuses.open must be one of triggered, ',
    ],
  ])('names the key of what is wrong in %j', (sources, message) => {
    expect(() => read(sources)).toThrow(message);
    expect(() => read(sources)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
