import { expect, openAsGuest, test } from './portal/test';

test('a guest signs in and sees the three sample workflows', async ({
  page,
}) => {
  await openAsGuest(page);

  await expect(page).toHaveURL(/\/workflows$/);
  for (const name of [
    'Announce and escalate',
    'Open a ticket',
    'Tell people it is over',
  ]) {
    await expect(page.getByText(name, { exact: true })).toBeVisible();
  }
});
