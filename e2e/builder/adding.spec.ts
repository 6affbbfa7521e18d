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
  picker,
  test,
} from './builder';

test('double-click on the empty canvas opens the picker there, and adds there', async ({
  page,
}) => {
  await openNew(page, 'Adding');
  const at = await onCanvas(page, 0.3, 0.6);
  await page.mouse.dblclick(at.x, at.y);
  await expect(picker(page)).toBeFocused();
  await page.keyboard.type('webhook');
  await page.getByTestId('pick-webhook').click();
  const middle = await centreOf(node(page, 'webhook_1'));
  expect(Math.hypot(middle.x - at.x, middle.y - at.y)).toBeLessThan(24);
  await expectEdges(page, []);

  await page.mouse.dblclick(at.x, at.y + 150);
  await page.keyboard.press('Escape');
  await expect(picker(page)).toBeHidden();
});

test('the picker searches, says when it finds nothing, and goes when the focus does', async ({
  page,
}) => {
  await openNew(page, 'Searching');
  const at = await onCanvas(page, 0.3, 0.6);
  await page.mouse.dblclick(at.x, at.y);
  await page.keyboard.type('del');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.type('zzz');
  await expect(page.getByText('Nothing is called “delzzz”')).toBeVisible();
  await page.getByLabel('Workflow name').click();
  await expect(picker(page)).toBeHidden();

  await page.getByRole('searchbox', { name: 'Search' }).fill('wait');
  await expect(page.getByTestId('palette-delay')).toBeVisible();
  await expect(page.getByTestId('palette-webhook')).toBeHidden();
});

test('the + of a connection, and dropping onto one, splice a step in', async ({
  page,
}) => {
  await openNew(page, 'Splicing');
  await node(page, 'trigger').click();
  await addByKey(page, 'webhook', 'webhook_1');
  await page.getByTestId('insert-trigger:next>webhook_1').click();
  await page.keyboard.type('delay');
  await page.keyboard.press('Enter');
  await expect(node(page, 'delay_1')).toBeVisible();
  await expectEdges(page, ['trigger>delay_1', 'delay_1>webhook_1']);
  await expect(announced(page)).toContainText('added after Trigger');

  const plus = page.getByTestId('insert-delay_1:next>webhook_1');
  await dragFromPalette(page, 'condition', await centreOf(plus));
  await expectEdges(page, [
    'trigger>delay_1',
    'delay_1>condition_1',
    'condition_1:true>webhook_1',
  ]);

  // A step that is there already, dropped onto a connection.
  const at = await onCanvas(page, 0.8, 0.2);
  await page.mouse.dblclick(at.x, at.y);
  await page.keyboard.type('webhook');
  await page.keyboard.press('Enter');
  const target = await centreOf(
    page.getByTestId('insert-trigger:next>delay_1'),
  );
  await drag(
    page,
    await centreOf(node(page, 'webhook_2')),
    target,
    async () => {
      await expect(page.locator('.workflow-drop-edge')).toHaveCount(1);
    },
  );
  await expect(page.locator('.workflow-drop-edge')).toHaveCount(0);
  await expectEdges(page, [
    'trigger>webhook_2',
    'webhook_2>delay_1',
    'delay_1>condition_1',
    'condition_1:true>webhook_1',
  ]);
  // Moving it there and splicing it in is one step of undo.
  await page.keyboard.press('Control+z');
  await expectEdges(page, [
    'trigger>delay_1',
    'delay_1>condition_1',
    'condition_1:true>webhook_1',
  ]);
});

test('a connection that ends in empty space opens the picker, for what may come next', async ({
  page,
}) => {
  await openNew(page, 'From a handle');
  const exit = await centreOf(handle(node(page, 'trigger'), 'source'));
  await drag(page, exit, await onCanvas(page, 0.4, 0.6));
  await expect(page.getByRole('dialog')).toContainText(
    'Add a step after Trigger',
  );
  await expect(page.getByTestId('pick-delay')).toBeVisible();
  // Nothing comes after the trigger but a step.
  await expect(page.getByTestId('pick-note')).toHaveCount(0);
  await page.keyboard.type('delay');
  await page.keyboard.press('Enter');
  await expectEdges(page, ['trigger>delay_1']);

  const free = await onCanvas(page, 0.75, 0.6);
  await page.mouse.dblclick(free.x, free.y);
  await page.keyboard.type('webhook');
  await page.keyboard.press('Enter');
  // The delay is in the way: the step goes beside it, and the canvas with it.
  await expect(node(page, 'webhook_1')).toBeInViewport({ ratio: 1 });
  const entry = handle(node(page, 'webhook_1'), 'target');
  await entry.hover();
  await drag(page, await centreOf(entry), await onCanvas(page, 0.75, 0.3));
  await page.keyboard.type('condition');
  await page.keyboard.press('Enter');
  await expectEdges(page, ['trigger>delay_1', 'condition_1:true>webhook_1']);
});

test('impossible connections are refused while they are drawn, with the reason', async ({
  page,
}) => {
  await openNew(page, 'Refusing');
  await node(page, 'trigger').click();
  await addByKey(page, 'webhook', 'webhook_1');
  await addByKey(page, 'delay', 'delay_1');
  const edges = ['trigger>webhook_1', 'webhook_1>delay_1'];

  const refuse = async (
    from: ReturnType<typeof handle>,
    to: ReturnType<typeof handle>,
    reason: string,
  ) => {
    await drag(page, await centreOf(from), await centreOf(to), async () => {
      await expect(page.getByText(reason).first()).toBeVisible();
    });
    await expectEdges(page, edges);
    await expect(announced(page)).toContainText(reason);
  };
  const delay = node(page, 'delay_1');
  const webhook = node(page, 'webhook_1');
  await refuse(
    handle(delay, 'source'),
    handle(webhook, 'target'),
    'run in a circle',
  );
  await refuse(
    handle(delay, 'source'),
    handle(delay, 'target'),
    'cannot lead to itself',
  );
  await refuse(
    handle(node(page, 'trigger'), 'source'),
    handle(delay, 'target'),
    'already leads somewhere',
  );
  await refuse(
    handle(delay, 'source'),
    handle(node(page, 'trigger'), 'source'),
    'leads into the trigger',
  );
});

test('Enter in the palette adds after the selected step; the picker asks which way out', async ({
  page,
}) => {
  await openNew(page, 'From the palette');
  await node(page, 'trigger').click();
  await page.getByTestId('palette-condition').focus();
  await page.keyboard.press('Enter');
  await expect(node(page, 'condition_1')).toBeFocused();
  await expectEdges(page, ['trigger>condition_1']);

  await page.keyboard.press('Tab');
  await expect(picker(page)).toBeFocused();
  await page.keyboard.press('Tab');
  const ways = page.getByRole('radiogroup', { name: 'Follows' });
  await expect(ways.getByRole('radio', { name: 'When true' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('delay');
  await page.keyboard.press('Enter');
  await expectEdges(page, ['trigger>condition_1', 'condition_1:false>delay_1']);

  await page.keyboard.press('n');
  await page.keyboard.type('Why it waits');
  await page.keyboard.press('Escape');
  await expect(node(page, 'note_1')).toContainText('Why it waits');
});
