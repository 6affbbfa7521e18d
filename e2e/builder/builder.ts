import { type Locator, type Page } from '@playwright/test';
import { expect, openAsGuest, test as base } from '../portal/test';
import { takingWorkflowsAway } from '../portal/takingWorkflowsAway';

/** What the portal around the builder says, whatever page it shows. */
const OF_THE_PORTAL =
  /React Router Future Flag|AlertApi is deprecated|Download the React DevTools|findDOMNode is deprecated|api\/signals' failed: WebSocket is closed before/;

/**
 * The portal's test, which also fails when the console holds a warning, and takes
 * the workflows away that it made.
 */
export const test = base.extend<{
  consoleWarnings: string[];
  workflowsOfTest: void;
}>({
  workflowsOfTest: [takingWorkflowsAway, { auto: true }],

  consoleWarnings: [
    async ({ page }, use) => {
      const warnings: string[] = [];
      page.on('console', message => {
        if (
          message.type() === 'warning' &&
          !OF_THE_PORTAL.test(message.text())
        ) {
          warnings.push(message.text());
        }
      });
      await use(warnings);
      expect(warnings, 'warnings in the console of the browser').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Makes a new workflow, which holds its trigger only, and opens it. */
export async function openNew(page: Page, name: string) {
  await openAsGuest(page, '/workflows');
  await createWorkflow(page, name);
}

export async function createWorkflow(page: Page, name: string) {
  await page.getByRole('button', { name: 'Create workflow' }).click();
  await page
    .getByRole('textbox', { name: /^Name/ })
    .fill(`${name} ${Date.now()}`);
  await page.getByRole('button', { name: 'Create and draw' }).click();
  await expect(node(page, 'trigger')).toBeVisible();
  // The toolbar comes after the drawing, and with it the keys.
  await expect(page.getByTestId('save-workflow')).toBeVisible();
}

/** A step or a note by its id. */
export function node(page: Page, id: string): Locator {
  return page.locator(`.react-flow__node[data-id="${id}"]`);
}

/** The connections that are drawn, as `source>target`. */
export async function expectEdges(page: Page, edges: string[]) {
  await expect
    .poll(async () => {
      const ids = await page
        .locator('.react-flow__edge')
        .evaluateAll(found => found.map(edge => edge.getAttribute('data-id')));
      return ids.map(id => id!.replace(':next', '')).sort();
    })
    .toEqual([...edges].sort());
}

/** Adds a step after the selected one, by the keyboard. */
export async function addByKey(page: Page, search: string, id: string) {
  await page.keyboard.press('Tab');
  await expect(picker(page)).toBeFocused();
  await page.keyboard.type(search);
  await page.keyboard.press('Enter');
  await expect(node(page, id)).toBeFocused();
}

/** The search field of the picker of steps. */
export function picker(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Search for a step' });
}

export function announced(page: Page): Locator {
  return page.getByTestId('announcer');
}

export function handle(
  of: Locator,
  kind: 'source' | 'target',
  id?: string,
): Locator {
  return of.locator(
    `.react-flow__handle.${kind}${id ? `[data-handleid="${id}"]` : ''}`,
  );
}

type Point = { x: number; y: number };

export async function centreOf(element: Locator): Promise<Point> {
  const { x, y, width, height } = (await element.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where a step stands on the canvas, however that is moved and zoomed. */
export function placeOf(step: Locator): Promise<Point> {
  return step.evaluate(element => {
    const { e, f } = new DOMMatrixReadOnly(element.style.transform);
    return { x: e, y: f };
  });
}

/** Drags with the mouse, in steps as a hand does; `atEnd` looks before it lets go. */
export async function drag(
  page: Page,
  from: Point,
  to: Point,
  atEnd: () => Promise<void> = async () => {},
) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await atEnd();
  await page.mouse.up();
}

/** Drags an item of the palette to a point of the window. */
export async function dragFromPalette(page: Page, item: string, to: Point) {
  const canvas = page.locator('.react-flow');
  const box = (await canvas.boundingBox())!;
  await page.getByTestId(`palette-${item}`).dragTo(canvas, {
    targetPosition: { x: to.x - box.x, y: to.y - box.y },
  });
}

/** A point of the canvas, as a part of its width and height. */
export async function onCanvas(page: Page, x: number, y: number) {
  const box = (await page.locator('.react-flow').boundingBox())!;
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}
