import type { BrowserContext, Response } from '@playwright/test';

/** A fixture around a test: what it made in its browser is deleted. */
export async function takingWorkflowsAway(
  { context }: { context: BrowserContext },
  use: () => Promise<void>,
) {
  const takeAway = watchWorkflows(context);
  await use();
  await takeAway();
}

/**
 * Remembers the workflows that are made in a browser, and deletes them when the
 * function that it gives is called. The specs share one portal: its lists show
 * what is newest, and the samples are what others look for there.
 */
export function watchWorkflows(context: BrowserContext): () => Promise<void> {
  const made: Array<ReturnType<typeof read>> = [];
  context.on('response', response => {
    const isNew =
      response.request().method() === 'POST' &&
      /\/api\/workflows\/workflows$/.test(response.url());
    if (isNew && response.ok()) {
      made.push(read(response));
    }
  });
  return async () => {
    for (const { url, authorization } of await Promise.all(made)) {
      await context.request.delete(url, {
        headers: { authorization },
        failOnStatusCode: true,
      });
    }
  };
}

/** At once: the answer is gone with the page. */
async function read(response: Response) {
  const [{ id }, { authorization }] = await Promise.all([
    response.json(),
    response.request().allHeaders(),
  ]);
  return { url: `${response.url()}/${id}`, authorization };
}
