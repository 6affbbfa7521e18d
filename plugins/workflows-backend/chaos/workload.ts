import {
  condition,
  definition,
  delay,
  webhook,
} from '../src/integration/__testUtils__/definitions';

/** The paths that every incident reaches. */
export const PATHS = ['/first', '/slow', '/last'];

/** Five nodes: a condition, a delay, and three requests, one of them slow. */
export function chaosDefinition(receiver: string) {
  const [first, slow, last] = PATHS.map(path => `http://${receiver}${path}`);
  return definition(
    [
      condition('always', { field: 'title', value: 'chaos' }),
      webhook('first', first),
      delay('pause', '2s'),
      webhook('slow', slow),
      webhook('last', last),
    ],
    [
      'start>always',
      'always:true>first',
      'first>pause',
      'pause>slow',
      'slow>last',
    ],
  );
}

/** The delivery of the incident with this number. */
export function chaosDelivery(index: number): string {
  return JSON.stringify({ id: `i${index}`, title: 'chaos' });
}

/** The `workflows` part of the configuration. */
export function chaosConfig(receiver: string) {
  return {
    sources: {
      generic: {
        type: 'generic',
        insecure: true,
        fields: { incidentKey: 'id', title: 'title' },
      },
    },
    egress: { allow: [receiver] },
  };
}
