import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ActionRegistry } from './ActionRegistry';
import acmeActions, { pageAction } from './__testUtils__/acme/acmeActions';

const EXAMPLES = resolve(__dirname, '__testUtils__/acme');
const PAGE = resolve(__dirname, '../../../../docs/extending.md');

describe('the example of an action in docs/extending.md', () => {
  const blocks = [
    ...readFileSync(PAGE, 'utf8').matchAll(/```ts\n([\s\S]*?)```/g),
  ].map(([, code]) => code);

  it.each(['acmeActions.ts', 'acmeActions.test.ts'])(
    'prints %s as it is run here',
    file => {
      expect(blocks).toContain(readFileSync(resolve(EXAMPLES, file), 'utf8'));
    },
  );

  it('is a module that offers a form', () => {
    expect(acmeActions).toMatchObject({ $$type: '@backstage/BackendFeature' });
    const [descriptor] = ActionRegistry.create({
      actions: [pageAction],
    }).list();
    expect(descriptor).toMatchObject({
      id: 'acme:page',
      effect: 'keyed',
      configSchema: { required: ['token', 'team', 'text'] },
    });
  });
});
