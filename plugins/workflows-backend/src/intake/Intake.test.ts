import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { databaseClock } from '../database/clock';
import { Intake } from './Intake';
import { readSources } from './readSources';
import { alertmanagerSource } from './sources/alertmanager/alertmanagerSource';
import { silentDriver } from '../testing/silentDriver';

describe('Intake', () => {
  it('warns of sources that take deliveries of anyone', () => {
    const logger = mockServices.logger.mock();
    Intake.create({
      // Nothing is asked of it before the start.
      knex: {} as Knex,
      clock: databaseClock,
      driver: silentDriver,
      sources: readSources({
        config: new ConfigReader({
          workflows: {
            sources: {
              safe: { type: 'alertmanager', tokens: ['t'] },
              open: { type: 'alertmanager', insecure: true },
            },
          },
        }),
        types: [alertmanagerSource],
      }),
      catalog: catalogServiceMock(),
      auth: mockServices.auth(),
      logger,
      onChange: () => {},
      pokeEngine: () => {},
    });
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/^workflows\.sources\.open is insecure: /)],
    ]);
  });
});
