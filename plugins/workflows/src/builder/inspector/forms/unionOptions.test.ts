import type { RJSFSchema } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { webhookDescriptor } from '../../testing/webhookDescriptor';
import { chosenOption, startOf, unionOptions } from './unionOptions';

const { auth } = webhookDescriptor.configSchema.properties as {
  auth: RJSFSchema;
};
const options = unionOptions(auth);

describe('unionOptions', () => {
  it('names each form by its title, or by what tells it apart', () => {
    expect(options.map(({ title }) => title)).toEqual([
      'None',
      'Bearer token',
      'User name and password',
      'OAuth 2.0 client credentials',
    ]);
    expect(
      unionOptions({
        anyOf: [
          { type: 'object', properties: { kind: { const: 'a' } } },
          { type: 'number' },
        ],
      }).map(({ title }) => title),
    ).toEqual(['a', 'Number']);
  });

  it.each([
    [{ type: 'none' }, 0],
    // Half filled in, it still is what it says.
    [{ type: 'oauth2' }, 3],
    [{ type: 'other' }, -1],
    [undefined, -1],
  ])('finds the form of %j', (value, index) => {
    expect(chosenOption(options, value, validator)).toBe(index);
  });

  it('tells plain values apart by their type', () => {
    const plain = unionOptions({
      anyOf: [{ type: 'string' }, { type: 'number' }],
    });
    expect(chosenOption(plain, 3, validator)).toBe(1);
    expect(chosenOption(plain, '3', validator)).toBe(0);
  });

  it('keeps what both forms have', () => {
    const before = {
      type: 'basic',
      username: 'ada',
      password: { secret: 'A' },
    };
    expect(startOf(options[1], before)).toEqual({ type: 'bearer' });
    expect(startOf(options[2], { ...before, type: 'other' })).toEqual(before);
  });
});
