import {
  addByKey,
  announced,
  centreOf,
  createWorkflow,
  drag,
  expect,
  expectEdges,
  node,
  onCanvas,
  openNew,
  test,
} from './builder';
import { watchWorkflows } from '../portal/takingWorkflowsAway';
import { portalUrl } from '../portal/test';

const chain = async (page: Parameters<typeof openNew>[0], name: string) => {
  await openNew(page, name);
  await node(page, 'trigger').click();
  await addByKey(page, 'webhook', 'webhook_1');
  await addByKey(page, 'delay', 'delay_1');
};

test('undo and redo go over everything, what is typed in the inspector included', async ({
  page,
}) => {
  await chain(page, 'Undoing');
  await node(page, 'webhook_1').dblclick();
  const label = page.getByLabel('Inspector').getByLabel('Label');
  await label.click();
  await page.keyboard.type('Tell the owner');
  await expect(node(page, 'webhook_1')).toContainText('Tell the owner');
  // Typing is one step, and undone from within the field.
  await page.keyboard.press('Control+z');
  await expect(label).toHaveValue('');
  await page.keyboard.press('Control+Shift+z');
  await expect(label).toHaveValue('Tell the owner');

  const before = await node(page, 'delay_1').boundingBox();
  const from = await centreOf(node(page, 'delay_1'));
  await drag(page, from, { x: from.x + 160, y: from.y + 32 });
  await page.keyboard.press('Delete');
  await expectEdges(page, ['trigger>webhook_1']);
  await page.keyboard.press('Control+z');
  await expectEdges(page, ['trigger>webhook_1', 'webhook_1>delay_1']);
  await page.keyboard.press('Control+z');
  expect(await node(page, 'delay_1').boundingBox()).toEqual(before);
  await expect(announced(page)).toContainText('Undone');

  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('Control+z');
  }
  await expect(page.locator('.react-flow__node')).toHaveCount(1);
  await expect(page.getByText('Unsaved changes')).toBeHidden();
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect(page.locator('.react-flow__node')).toHaveCount(2);
});

test('deleting a step closes the chain; deleting a connection opens it', async ({
  page,
}) => {
  await chain(page, 'Deleting');
  await node(page, 'webhook_1').click();
  await page.keyboard.press('Delete');
  await expectEdges(page, ['trigger>delay_1']);
  await expect(announced(page)).toContainText('Webhook is removed');
  await expect(node(page, 'trigger')).toBeFocused();

  // Beside the + at its middle.
  const edge = page.locator('.react-flow__edge');
  const { x, y } = await centreOf(edge);
  await page.mouse.click(x, y + 24);
  await page.keyboard.press('Delete');
  await expectEdges(page, []);

  await node(page, 'trigger').click();
  await page.keyboard.press('Delete');
  await expect(node(page, 'trigger')).toBeVisible();
});

test('copies, cuts, pastes and duplicates, also into another workflow', async ({
  page,
}) => {
  await chain(page, 'Copying');
  await page.keyboard.press('Control+a');
  await expect(announced(page)).toContainText('3 items are selected');
  await page.keyboard.press('Control+c');
  await expect(announced(page)).toContainText('2 items are copied');
  const free = await onCanvas(page, 0.75, 0.2);
  await page.mouse.move(free.x, free.y);
  await page.keyboard.press('Control+v');
  await expectEdges(page, [
    'trigger>webhook_1',
    'webhook_1>delay_1',
    'webhook_2>delay_2',
  ]);

  // A click on one of several selects that one.
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(2);
  await node(page, 'delay_2').click({ position: { x: 8, y: 60 } });
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(1);
  await page.keyboard.press('d');
  await expect(node(page, 'delay_3')).toBeFocused();
  await page.keyboard.press('Control+x');
  await expect(node(page, 'delay_3')).toHaveCount(0);
  await page.keyboard.press('Control+v');
  await expect(node(page, 'delay_3')).toBeVisible();

  // Text in a field is copied as text.
  const name = page.getByLabel('Workflow name');
  await name.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await expect(name).toHaveValue(/backstage-workflows/);
  await page.keyboard.press('Control+z');

  await node(page, 'delay_3').click();
  await page.keyboard.press('1');
  await node(page, 'webhook_1').click();
  await page.keyboard.press('Control+c');
  await page.getByRole('link', { name: 'Back to all workflows' }).click();
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await createWorkflow(page, 'Pasting');
  const at = await onCanvas(page, 0.3, 0.5);
  await page.mouse.click(at.x, at.y);
  await page.mouse.move(at.x + 1, at.y);
  await page.keyboard.press('Control+v');
  const { x, y } = (await node(page, 'webhook_1').boundingBox())!;
  expect(Math.hypot(x - at.x, y - at.y)).toBeLessThan(24);
});

test('pastes what was copied in another browser', async ({ browser, page }) => {
  await chain(page, 'Copied here');
  await node(page, 'webhook_1').click();
  await page.keyboard.press('Control+c');
  await expect(announced(page)).toContainText('1 item is copied');

  const context = await browser.newContext({ baseURL: portalUrl() });
  const takeAway = watchWorkflows(context);
  const other = await context.newPage();
  await openNew(other, 'Pasted there');
  await node(other, 'trigger').click();
  await other.keyboard.press('Control+v');
  await expect(node(other, 'webhook_1')).toBeVisible();
  await takeAway();
  await context.close();
});

test('several steps are selected with a box or with Ctrl, moved and deleted together', async ({
  page,
}) => {
  await chain(page, 'Selecting');
  const first = (await node(page, 'webhook_1').boundingBox())!;
  const last = (await node(page, 'delay_1').boundingBox())!;
  await page.keyboard.down('Shift');
  await drag(
    page,
    { x: first.x - 30, y: first.y - 20 },
    { x: last.x + last.width + 30, y: last.y + last.height + 20 },
  );
  await page.keyboard.up('Shift');
  await expect(page.getByLabel('Inspector')).toContainText('2 items selected');

  await page.mouse.click(first.x - 40, first.y);
  await node(page, 'webhook_1').click();
  await page.keyboard.down('Control');
  await node(page, 'delay_1').click();
  await page.keyboard.up('Control');
  await expect(page.getByLabel('Inspector')).toContainText('2 items selected');
  await drag(
    page,
    await centreOf(node(page, 'delay_1')),
    await onCanvas(page, 0.6, 0.7),
  );
  const moved = (await node(page, 'webhook_1').boundingBox())!;
  expect(moved.x).not.toBe(first.x);
  expect(moved.x % 1).toBe(0);
  await page.keyboard.press('Delete');
  await expect(page.locator('.react-flow__node')).toHaveCount(1);
});

test('a note is written in Markdown, resized, coloured, and saved with the workflow', async ({
  page,
}) => {
  await openNew(page, 'Noting');
  await page.getByTestId('palette-note').click();
  await page.keyboard.type('## Why\nBecause **it matters**');
  await page.keyboard.press('Escape');
  const note = node(page, 'note_1');
  await expect(note.getByRole('heading', { name: 'Why' })).toBeVisible();
  await expect(note.locator('strong')).toHaveText('it matters');

  const corner = note.locator(
    '.react-flow__resize-control.handle.bottom.right',
  );
  const from = await centreOf(corner);
  const before = (await note.boundingBox())!;
  await drag(page, from, { x: from.x + 64, y: from.y + 32 });
  const after = (await note.boundingBox())!;
  expect(after.width).toBeGreaterThan(before.width + 32);
  await page.getByLabel('Inspector').getByLabel('Colour').click();
  await page.getByRole('option', { name: 'Green' }).click();

  await page.keyboard.press('Control+s');
  await expect(page.getByText('Version 2 is saved')).toBeVisible();
  await page.reload();
  await expect(note.locator('strong')).toHaveText('it matters');
  expect((await note.boundingBox())!.width).toBeCloseTo(after.width, 0);

  await note.dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Shorter');
  await page.keyboard.press('Escape');
  await expect(note).toContainText('Shorter');
  await page.keyboard.press('Control+z');
  await expect(note).toContainText('it matters');
});
