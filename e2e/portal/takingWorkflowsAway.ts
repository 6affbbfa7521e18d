import type { BrowserContext, Response } from '@playwright/test';

/**
 * A fixture that deletes the workflows that were made in its browser, since the
 * specs share one portal: its lists show what is newest, and the samples are what
 * others look for there.
 */
export async function takingWorkflowsAway(
  { context }: { context: BrowserContext },
  use: () => Promise<void>,
) {
  const made: Array<ReturnType<typeof read>> = [];
  context.on('response', response => {
    const isNew =
      response.request().method() === 'POST' &&
      /\/api\/workflows\/workflows$/.test(response.url());
    if (isNew && response.ok()) {
      made.push(read(response));
    }
  });
  await use();
  for (const { url, authorization } of await Promise.all(made)) {
    await context.request.delete(url, {
      headers: { authorization },
      failOnStatusCode: true,
    });
  }
}

/** At once: the answer is gone with the page. */
async function read(response: Response) {
  const [{ id }, { authorization }] = await Promise.all([
    response.json(),
    response.request().allHeaders(),
  ]);
  return { url: `${response.url()}/${id}`, authorization };
}
