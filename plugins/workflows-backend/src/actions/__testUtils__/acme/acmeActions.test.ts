import { testWorkflowAction } from 'backstage-plugin-workflows-node/testUtils';
import { pageAction } from './acmeActions';

testWorkflowAction({
  action: pageAction,
  configs: {
    'a page': {
      config: { token: { secret: 'PAGER' }, team: 'payments', text: 'Fire' },
      answer: () => ({ status: 201, body: '{"id":"42"}' }),
    },
  },
});
