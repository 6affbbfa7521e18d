import {
  addByKey,
  centreOf,
  drag,
  expect,
  expectEdges,
  node,
  onCanvas,
  openNew,
  placeOf,
  picker,
  test,
} from './builder';

const zoom = (page: Parameters<typeof openNew>[0]) =>
  page
    .locator('.react-flow__viewport')
    .evaluate(
      element => new DOMMatrixReadOnly(getComputedStyle(element).transform).a,
    );

test('1 fits, 0 resets the zoom, + and - zoom, and the place is remembered', async ({
  page,
}) => {
  await openNew(page, 'Looking');
  await node(page, 'trigger').click();
  await addByKey(page, 'delay', 'delay_1');
  await page.keyboard.press('-');
  await expect.poll(() => zoom(page)).toBeLessThan(0.9);
  await page.keyboard.press('0');
  await expect.poll(() => zoom(page)).toBe(1);
  await page.keyboard.press('+');
  await expect.poll(() => zoom(page)).toBeGreaterThan(1.1);
  await page.keyboard.press('1');
  await expect.poll(() => zoom(page)).toBe(1);

  await page.keyboard.press('Escape');
  await drag(
    page,
    await onCanvas(page, 0.1, 0.8),
    await onCanvas(page, 0.3, 0.9),
  );
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Unsaved changes')).toBeHidden();
  const place = await centreOf(node(page, 'delay_1'));
  await page.reload();
  await expect(node(page, 'delay_1')).toBeVisible();
  await expect.poll(() => centreOf(node(page, 'delay_1'))).toEqual(place);
});

test('arrows go around, Shift selects all before or after, Ctrl moves along the grid', async ({
  page,
}) => {
  await openNew(page, 'Going around');
  await node(page, 'trigger').click();
  await addByKey(page, 'condition', 'condition_1');
  await addByKey(page, 'webhook', 'webhook_1');
  await page.keyboard.press('ArrowUp');
  await addByKey(page, 'delay', 'delay_1');
  await page.keyboard.press('ArrowLeft');
  await expect(node(page, 'webhook_1')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(node(page, 'delay_1')).toBeFocused();
  // On the canvas, which itself may be moving to show the step.
  const before = await placeOf(node(page, 'delay_1'));
  await page.keyboard.press('Control+ArrowRight');
  await expect
    .poll(() => placeOf(node(page, 'delay_1')))
    .toEqual({ x: before.x + 16, y: before.y });
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.getByLabel('Inspector')).toContainText('3 items selected');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByLabel('Inspector')).toContainText('4 items selected');
});

test('? lists every key; Shift+Tab and F6 lead out of the canvas', async ({
  page,
}) => {
  await openNew(page, 'Keys');
  await node(page, 'trigger').click();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Add a step after the selected one');
  await expect(dialog).toContainText('Paste, also from another workflow');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await node(page, 'trigger').focus();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByTestId('palette-note')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(node(page, 'trigger')).toBeFocused();
  await page.keyboard.press('F6');
  await expect(node(page, 'trigger')).not.toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(node(page, 'trigger')).toBeFocused();
});

test('everything is there in a window of 1000 pixels, and of 640', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await openNew(page, 'Narrow');
  await expect(page.getByTestId('palette-webhook')).toBeHidden();
  await page
    .getByRole('button', { name: /^Add a step/ })
    .first()
    .click();
  await expect(picker(page)).toBeFocused();
  await page.keyboard.type('webhook');
  await page.keyboard.press('Enter');
  await expect(node(page, 'webhook_1')).toBeInViewport({ ratio: 1 });
  await expect(page.getByLabel('Inspector').getByLabel('URL')).toBeVisible();

  await page.setViewportSize({ width: 640, height: 700 });
  const panel = page.getByRole('button', { name: /^Show or hide the panel/ });
  await panel.click();
  await expect(page.getByLabel('Inspector')).toBeHidden();
  const overflow = await page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await node(page, 'webhook_1').dblclick();
  await expect(page.getByLabel('Inspector').getByLabel('URL')).toBeVisible();
});

test('the steps are arranged with one button, and undone with one key', async ({
  page,
}) => {
  await openNew(page, 'Arranging');
  await node(page, 'trigger').click();
  await addByKey(page, 'webhook', 'webhook_1');
  const place = await node(page, 'webhook_1').boundingBox();
  const from = await centreOf(node(page, 'webhook_1'));
  await drag(page, from, { x: from.x + 200, y: from.y - 100 });
  await page.getByRole('button', { name: /^Arrange/ }).click();
  await expect
    .poll(async () => {
      const [a, b] = [
        await node(page, 'trigger').boundingBox(),
        await node(page, 'webhook_1').boundingBox(),
      ];
      return b!.x - a!.x;
    })
    .toBe(0);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expectEdges(page, ['trigger>webhook_1']);
  expect(place).toBeTruthy();
});

test('the minimap moves the canvas, and the ways out of a condition are labelled', async ({
  page,
}) => {
  await openNew(page, 'Overview');
  await node(page, 'trigger').click();
  await addByKey(page, 'condition', 'condition_1');
  await addByKey(page, 'webhook', 'webhook_1');
  await page.keyboard.press('ArrowUp');
  await addByKey(page, 'delay', 'delay_1');
  await expectEdges(page, [
    'trigger>condition_1',
    'condition_1:true>webhook_1',
    'condition_1:false>delay_1',
  ]);
  const canvas = page.locator('.react-flow');
  await expect(canvas.getByText('true', { exact: true })).toBeVisible();
  await expect(canvas.getByText('false', { exact: true })).toBeVisible();

  await page
    .getByRole('button', { name: 'Fit the workflow into view' })
    .click();
  const minimap = page.getByRole('img', { name: 'Overview of the workflow' });
  const box = (await minimap.boundingBox())!;
  const before = await centreOf(node(page, 'trigger'));
  await drag(
    page,
    { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    { x: box.x + box.width - 4, y: box.y + box.height - 4 },
  );
  await expect
    .poll(async () => (await centreOf(node(page, 'trigger'))).x)
    .toBeLessThan(before.x - 50);
});
