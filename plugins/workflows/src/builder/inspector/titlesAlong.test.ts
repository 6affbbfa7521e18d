import type { JsonObject } from '@backstage/types';
import { titlesAlong } from './titlesAlong';

const schema: JsonObject = {
  properties: {
    url: { title: 'URL', type: 'string' },
    auth: {
      title: 'Authentication',
      oneOf: [
        { properties: { type: {}, token: { title: 'Token' } } },
        { properties: { type: {}, user: { title: 'User' } } },
      ],
    },
    headers: { title: 'Headers', additionalProperties: { type: 'string' } },
    recipients: {
      title: 'Recipients',
      items: { properties: { ref: { title: 'Who' } } },
    },
  },
};

it.each([
  ['url', 'URL'],
  ['auth.user', 'Authentication › User'],
  ['headers.X-Team', 'Headers › X-Team'],
  ['headers.constructor', 'Headers › constructor'],
  ['recipients.0.ref', 'Recipients › 1 › Who'],
  ['unknown.deep.0', 'unknown › deep › 1'],
  ['__proto__', '__proto__'],
])('%s is %s', (path, expected) => {
  expect(titlesAlong(schema, path.split('.')).join(' › ')).toBe(expected);
});
