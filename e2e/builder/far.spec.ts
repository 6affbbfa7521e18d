import { addByKey, expect, node, openNew, test } from './builder';

test('from afar steps are boxes in their colour, which a screen reader still names', async ({
  page,
}) => {
  await openNew(page, 'From afar');
  await node(page, 'trigger').click();
  await addByKey(page, 'webhook', 'webhook_1');
  const step = node(page, 'webhook_1');
  const title = step.getByText('Webhook', { exact: true });
  await expect(title).toBeVisible();
  const ends = () =>
    page.locator('.react-flow__edge-path').first().getAttribute('d');
  const before = await ends();

  const canvas = (await page.locator('.react-flow').boundingBox())!;
  await page.mouse.move(canvas.x + 40, canvas.y + canvas.height - 120);
  await expect(async () => {
    await page.mouse.wheel(0, 400);
    await expect(title).toHaveCount(0, { timeout: 200 });
  }).toPass();
  await expect(step).toHaveAccessibleName(/Webhook/);
  await expect(page.getByTestId('insert-trigger:next>webhook_1')).toHaveCount(
    0,
  );
  // What is drawn stays where it is.
  expect(await ends()).toBe(before);

  // F2 names a step also from here, in a field that one can see.
  await step.click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Tell them');
  await page.keyboard.press('Enter');
  await page.keyboard.press('0');
  await expect(step.getByText('Tell them')).toBeVisible();
});
