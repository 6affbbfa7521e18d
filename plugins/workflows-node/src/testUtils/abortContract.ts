import { strict as assert } from 'node:assert';
import { ActionError } from '../ActionError';
import {
  type ContractedAction,
  forEachExample,
  prepare,
} from './ContractedAction';
import { mockActionContext } from './mockActionContext';

/** Waited for only by an action that does not hear its signal. */
const PATIENCE_MS = 2_000;

/** An attempt that is over must not go on in the background. */
export async function checkHearsItsSignal(contracted: ContractedAction) {
  const { action } = contracted;
  await forEachExample(contracted, async ({ config }) => {
    const abort = new AbortController();
    const context = mockActionContext({
      request: prepare(action, config),
      signal: abort.signal,
    });
    let asked = 0;
    const running = action.run({
      ...context,
      egress: {
        fetch: (_, { signal }) =>
          new Promise((_resolve, reject) => {
            asked++;
            const stop = () =>
              reject(
                new ActionError('It was cut off.', {
                  code: 'timeout',
                  ambiguous: true,
                }),
              );
            signal?.addEventListener('abort', stop, { once: true });
            setImmediate(() => abort.abort());
          }),
      },
    });
    const outcome = await endOf(running);
    assert.notEqual(
      outcome,
      'nothing',
      'it goes on after its signal, which egress.fetch was not given',
    );
    assert.ok(
      asked === 0 || outcome instanceof ActionError,
      `cut off, it gives ${outcome}, not an ActionError`,
    );
    assert.ok(asked <= 1, 'cut off, it sends another request');
  });
}

async function endOf(running: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout;
  const late = new Promise(resolve => {
    timer = setTimeout(() => resolve('nothing'), PATIENCE_MS);
  });
  try {
    return await Promise.race([running.catch(error => error), late]);
  } finally {
    clearTimeout(timer!);
  }
}
