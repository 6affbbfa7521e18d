import { strict as assert } from 'node:assert';
import type { IncidentSource, SourceRequest } from '../createIncidentSource';
import {
  type ContractedSource,
  createSource,
  requestOf,
} from './ContractedSource';

/** It is not made without credentials, unless that is asked for. */
export function checkNeedsCredentials(contracted: ContractedSource): void {
  const { secrets: _, tokens: __, ...config } = contracted.config;
  assert.notDeepEqual(
    config,
    contracted.config,
    'the config of the contract test has to have secrets or tokens',
  );
  const without = { ...contracted, config };
  assert.throws(
    () => createSource(without),
    { name: 'InputError' },
    'it was made without credentials',
  );
  const insecure = createSource(without, { insecure: true });
  for (const delivery of Object.values(contracted.deliveries)) {
    verify(insecure, requestOf(delivery));
  }
}

export function checkTakesItsSender(contracted: ContractedSource): void {
  const source = createSource(contracted);
  for (const delivery of Object.values(contracted.deliveries)) {
    verify(source, withCredentials(contracted, requestOf(delivery)));
  }
}

/** Whatever is wrong with the credentials: an AuthenticationError, nothing else. */
export function checkRefusesOthers(contracted: ContractedSource): void {
  const source = createSource(contracted);
  for (const delivery of Object.values(contracted.deliveries)) {
    const request = requestOf(delivery);
    const right = contracted.credentials(request);
    assert.notDeepEqual(right, {}, 'credentials gave no header');
    refuses(source, request, 'no credentials');
    for (const [name, value] of Object.entries(right)) {
      for (const wrong of wrongValues(value)) {
        const headers = { ...request.headers, ...right, [name]: wrong };
        refuses(
          source,
          { ...request, headers },
          `${name}: ${wrong?.slice(0, 100)}`,
        );
      }
    }
  }
}

/** What is signed is the bytes. */
export function checkRefusesChangedBodies(contracted: ContractedSource): void {
  const source = createSource(contracted);
  for (const delivery of Object.values(contracted.deliveries)) {
    const request = withCredentials(contracted, requestOf(delivery));
    const rawBody = Buffer.concat([request.rawBody, Buffer.from(' ')]);
    const signs = Object.entries(
      contracted.credentials({ ...requestOf(delivery), rawBody }),
    ).some(([name, value]) => request.headers[name] !== value);
    if (signs) {
      refuses(source, { ...request, rawBody }, 'a body with one more space');
    }
  }
}

function wrongValues(value: string): Array<string | undefined> {
  const last = value.slice(-1);
  return [
    undefined,
    '',
    'x',
    value.slice(0, -1),
    `${value}x`,
    value.slice(0, -1) + (last === 'a' ? 'b' : 'a'),
    value.slice(Math.ceil(value.length / 2)),
    'Basic %%%',
    'Bearer ',
    'Grüße €',
    'x'.repeat(10_000),
  ];
}

function withCredentials(
  { credentials }: ContractedSource,
  request: SourceRequest,
): SourceRequest {
  return {
    ...request,
    headers: { ...request.headers, ...credentials(request) },
  };
}

/** As the hook does it. */
function verify(source: IncidentSource, request: SourceRequest): void {
  source.verifyHeaders?.(request.headers);
  source.verify(request);
}

/** `verify` alone has to do it; `verifyHeaders` may do it before. */
function refuses(
  source: IncidentSource,
  request: SourceRequest,
  what: string,
): void {
  assert.equal(
    thrownBy(() => source.verify(request)),
    'AuthenticationError',
    `verify throws ${thrownBy(() =>
      source.verify(request),
    )}, not an AuthenticationError: ${what}`,
  );
  const early = thrownBy(() => source.verifyHeaders?.(request.headers));
  assert.ok(
    early === 'nothing' || early === 'AuthenticationError',
    `verifyHeaders throws ${early}, not an AuthenticationError: ${what}`,
  );
}

function thrownBy(run: () => void): string {
  try {
    run();
    return 'nothing';
  } catch (error) {
    return (error as Error).name;
  }
}
