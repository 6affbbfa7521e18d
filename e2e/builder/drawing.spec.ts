import {
  addByKey,
  announced,
  centreOf,
  drag,
  dragFromPalette,
  expect,
  expectEdges,
  handle,
  node,
  onCanvas,
  openNew,
  test,
} from './builder';

const DRAWN = [
  'trigger>condition_1',
  'condition_1:true>webhook_1',
  'condition_1:false>condition_2',
  'condition_2:true>webhook_2',
  'condition_2:false>webhook_3',
  'webhook_1>delay_1',
  'webhook_2>delay_1',
];

test('trigger, two conditions, three actions and a delay are drawn from nothing with the keyboard alone', async ({
  page,
}) => {
  await openNew(page, 'By keyboard');
  // From here on no mouse: into the canvas, and to the trigger.
  const canvas = page.locator('.react-flow');
  for (let i = 0; i < 40; i++) {
    if (await canvas.evaluate(element => element === document.activeElement)) {
      break;
    }
    await page.keyboard.press('F6');
  }
  await expect(canvas).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(node(page, 'trigger')).toBeFocused();

  await addByKey(page, 'condition', 'condition_1');
  await addByKey(page, 'webhook', 'webhook_1');
  await addByKey(page, 'delay', 'delay_1');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(node(page, 'condition_1')).toBeFocused();
  // The true way is taken, so what comes now follows when it is false.
  await addByKey(page, 'condition', 'condition_2');
  await addByKey(page, 'webhook', 'webhook_2');
  await page.keyboard.press('ArrowUp');
  await addByKey(page, 'webhook', 'webhook_3');
  await page.keyboard.press('ArrowLeft');
  await expect(node(page, 'webhook_2')).toBeFocused();

  // Connect to…
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog')).toContainText('Connect Webhook to');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.type('Delay');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(announced(page)).toContainText('Webhook leads to Delay');
  await expect(node(page, 'webhook_2')).toBeFocused();
  await expectEdges(page, DRAWN);

  // Open, fill in, rename.
  await page.keyboard.press('Enter');
  const url = page.getByLabel('Inspector').getByLabel('URL');
  for (let i = 0; i < 10; i++) {
    if (await url.evaluate(element => element === document.activeElement)) {
      break;
    }
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('https://chat.example.com/hook');
  for (let i = 0; i < 6; i++) {
    if (await canvas.evaluate(e => e.contains(document.activeElement))) {
      break;
    }
    await page.keyboard.press('F6');
  }
  await expect(node(page, 'webhook_2')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('Tell the team');
  await page.keyboard.press('Enter');
  await expect(node(page, 'webhook_2')).toContainText('Tell the team');
  await expect(node(page, 'webhook_2')).toContainText('chat.example.com');
  await page.keyboard.press('l');
  await expect(announced(page)).toContainText('arranged');
  await expectEdges(page, DRAWN);
});

test('the same is drawn with the mouse alone', async ({ page }) => {
  await openNew(page, 'By mouse');
  for (let i = 0; i < 3; i++) {
    await page.getByRole('button', { name: 'Zoom out' }).click();
  }
  const connect = async (
    from: ReturnType<typeof handle>,
    to: ReturnType<typeof handle>,
  ) => drag(page, await centreOf(from), await centreOf(to));
  const places: Array<[string, number, number]> = [
    ['condition', 0.5, 0.3],
    ['webhook', 0.22, 0.5],
    ['condition', 0.75, 0.46],
    ['webhook', 0.5, 0.66],
    ['webhook', 0.84, 0.66],
    ['delay', 0.3, 0.84],
  ];
  for (const [item, x, y] of places) {
    await dragFromPalette(page, item, await onCanvas(page, x, y));
  }
  await expect(page.locator('.react-flow__node')).toHaveCount(7);
  const out = (id: string, way?: string) =>
    handle(node(page, id), 'source', way);
  const into = (id: string) => handle(node(page, id), 'target');
  await connect(out('trigger'), into('condition_1'));
  await connect(out('condition_1', 'true'), into('webhook_1'));
  await connect(out('condition_1', 'false'), into('condition_2'));
  await connect(out('condition_2', 'true'), into('webhook_2'));
  await connect(out('condition_2', 'false'), into('webhook_3'));
  await connect(out('webhook_1'), into('delay_1'));
  await connect(out('webhook_2'), into('delay_1'));
  await expectEdges(page, DRAWN);
  await page.getByRole('button', { name: 'Arrange the steps (L)' }).click();
  await expectEdges(page, DRAWN);
});
