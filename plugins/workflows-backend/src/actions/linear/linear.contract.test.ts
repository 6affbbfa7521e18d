import { addMocksToSchema } from '@graphql-tools/mock';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { JsonObject } from '@backstage/types';
import { type GraphQLSchema, graphql } from 'graphql';
import { Receiver } from '../../engine/testing/receiver';
import { prepared, sendingContext } from '../testing/actionContext';
import { describeContract } from '../testing/contracts';
import { DOCUMENTS } from './documents';
import { linearAction } from './linearAction';

const auth = { type: 'apiKey', key: { secret: 'LINEAR' } };
const ISSUE = {
  auth,
  operation: 'createIssue',
  teamId: 'a70bdf0f-530a-4887-857d-46151b52b47c',
  title: 'Checkout\nis down',
  description: '**all**',
  priority: 'urgent',
  labelIds: ['19c32eb4-0000-4000-8000-000000000000'],
  assigneeId: '19c32eb4-0000-4000-8000-000000000001',
  stateId: '19c32eb4-0000-4000-8000-000000000002',
  projectId: '19c32eb4-0000-4000-8000-000000000003',
};
const COMMENT = { auth, operation: 'comment', issue: 'ENG-12', comment: 'c' };

describeContract(
  'Linear’s own GraphQL schema',
  ['linear.schema.graphql'],
  read => {
    let schema: GraphQLSchema;
    let server: Receiver;
    let refuseNext = false;

    beforeAll(async () => {
      schema = addMocksToSchema({
        schema: makeExecutableSchema({
          typeDefs: read('linear.schema.graphql'),
        }),
        mocks: {
          DateTime: () => '2026-11-22T00:00:00Z',
          Issue: () => ({ identifier: 'ENG-12', url: 'https://linear.app/i' }),
        },
      });
      server = await Receiver.start(async (received, response) => {
        const { query: source, variables: variableValues } = JSON.parse(
          received.body,
        );
        const result = await graphql({ schema, source, variableValues });
        const exists = { errors: [{ message: 'There is one already' }] };
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(refuseNext ? exists : result));
        refuseNext = false;
      });
    }, 60_000);
    afterAll(() => server?.stop());

    const send = async (config: JsonObject) => {
      const context = sendingContext(prepared<any>(linearAction, config), {
        to: server.url,
      });
      return { context, result: await linearAction.run(context) };
    };

    it.each([
      ['an issue with all fields', ISSUE],
      [
        'an issue with few fields',
        { auth, operation: 'createIssue', teamId: 't', title: 't' },
      ],
      ['a comment', COMMENT],
    ])('runs the document of %s', async (_, config) => {
      const { result } = await send(config);
      expect(result).toMatchObject({
        status: 'done',
        output: { key: 'ENG-12' },
      });
    });

    it.each([
      ['an issue', ISSUE],
      ['a comment', COMMENT],
    ])('runs the document that looks for %s', async (_, config) => {
      refuseNext = true;
      const { result, context } = await send(config);
      expect(result).toMatchObject({ output: { key: 'ENG-12' } });
      expect(context.sent).toHaveLength(2);
    });

    it('refuses what does not fit', async () => {
      const run = (input: object) =>
        graphql({
          schema,
          source: DOCUMENTS.createIssue.create,
          variableValues: { input },
        });
      expect((await run({ title: 't' })).errors?.[0].message).toMatch('teamId');
      expect(
        (await run({ teamId: 't', priority: 'high' })).errors?.[0].message,
      ).toMatch('priority');
    });
  },
);
