import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { PASSWORD, type Person, request } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1. */

const here = inArtel();

const statusOf = async (bearer: string): Promise<number> =>
  (await request(here.artel.cloud.url, 'GET', '/my', undefined, { authorization: `Bearer ${bearer}` })).status;

const signInStatus = async ({ url, email }: Person, password: string): Promise<number> =>
  (await request(url, 'POST', '/auth/login', { email, password })).status;

/** The link in the mail that comes to an address. */
const linkMailedTo = (address: string): Promise<string> =>
  vi.waitFor(
    () => {
      const mail = here.artel.cloud.mails.find(({ to }) => to.includes(address));
      const link = /https?:\S+#confirm=\S+/.exec(mail?.text ?? '')?.[0];
      if (!link) throw new Error(`No link has come to ${address}.`);
      return link;
    },
    { timeout: 15_000, interval: 50 },
  );

describeInBrowser('the profile in a browser', (browser) => {
  test('an API key is made and works, is shown once, and is let in no more once it is revoked', async () => {
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, '/profile/keys');
    await page.getByRole('button', { name: 'New API key' }).click();
    await page.getByLabel('Name', { exact: true }).fill('<b>ci</b>');
    await page.getByLabel('Requests a minute').fill('0');
    await page.getByRole('button', { name: 'Make the key' }).click();
    // What is refused stands at its field, and what was typed is still there.
    await page.locator('.field-error').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('<b>ci</b>');
    await page.getByLabel('Requests a minute').fill('500');
    await page.getByRole('button', { name: 'Make the key' }).click();
    const shown = page.getByRole('dialog', { name: 'API key <b>ci</b>' });
    const key = (await shown.getByRole('region', { name: 'API key' }).innerText()).trim();
    expect(await statusOf(key)).toBe(200);
    await shown.getByRole('button', { name: 'Close' }).last().click();

    await page.reload();
    const row = page.getByRole('table', { name: 'API keys' }).getByRole('row').filter({ hasText: '<b>ci</b>' });
    await row.getByText('500').waitFor();
    expect(await page.content()).not.toContain(key);
    await row.getByRole('button', { name: 'Revoke <b>ci</b>' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await page.getByText('There are no API keys.').waitFor();
    expect(await statusOf(key)).toBe(401);
    expect(problems).toEqual([]);
  });

  test('a sign-in elsewhere is ended, and this one stays', async () => {
    const bob = await here.artel.register('bob');
    const page = await browser.page();
    await signInAt(page, bob, '/profile/sign-ins');
    const rows = page.getByRole('table', { name: 'Sign-ins' }).getByRole('row');
    const elsewhere = rows.filter({ hasText: 'node' });
    await rows.filter({ hasText: 'this one' }).waitFor();
    await elsewhere.getByRole('button', { name: 'End the sign-in: node' }).click();
    await elsewhere.waitFor({ state: 'detached' });
    expect(await statusOf(bob.token)).toBe(401);
    await page.reload();
    await rows.filter({ hasText: 'this one' }).waitFor();
    expect(await page.getByRole('button', { name: /End/ }).count()).toBe(0);
  });

  test('the name and the password are changed, and what is wrong is said at its field', async () => {
    const carol = await here.artel.register('carol');
    const page = await browser.page();
    await signInAt(page, carol, '/profile');
    await page.getByLabel('Name you are shown by').fill('Carol Ångström');
    await page.getByRole('button', { name: 'Save the name' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    const { body } = await carol.call('GET', '/my');
    expect(body).toMatchObject({ display_name: 'Carol Ångström' });
    await page.getByRole('meter', { name: 'Cost this month' }).waitFor();

    const form = page.getByRole('form', { name: 'Change the password' });
    await form.getByLabel('Your password').fill('not my password');
    await form.getByLabel('New password').fill('another long sentence');
    await form.getByRole('button', { name: 'Change the password' }).click();
    await form.getByText('Is not your password.').first().waitFor();
    expect(await form.getByLabel('Your password').getAttribute('aria-invalid')).toBe('true');
    await form.getByLabel('Your password').fill(PASSWORD);
    await form.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('The password is changed').waitFor();
    expect(await statusOf(carol.token)).toBe(401);
    expect(await signInStatus(carol, 'another long sentence')).toBe(200);
  });

  test('the address is changed by a link that was mailed to the new one, which may then be told of events', async () => {
    const erin = await here.artel.register('erin');
    const page = await browser.page();
    await signInAt(page, erin, '/profile/notifications');
    await page.getByText('Confirm your e-mail address first').waitFor();
    await page.getByRole('link', { name: 'Account' }).first().click();
    const form = page.getByRole('form', { name: 'Change the address' });
    await form.getByLabel('New e-mail address').fill('erin.new@example.com');
    await form.getByLabel('Your password').fill(PASSWORD);
    await form.getByRole('button', { name: 'Change the address' }).click();
    await form.getByText('A link was mailed to erin.new@example.com.').waitFor();
    const link = await linkMailedTo('erin.new@example.com');
    expect(link).toContain(`${here.artel.cloud.url}/console/link#confirm=`);

    const elsewhere = await browser.page();
    await elsewhere.goto(link);
    await elsewhere.getByRole('button', { name: 'Confirm this address' }).click();
    await elsewhere.getByText('Done.').waitFor();
    await page.reload();
    await page.getByText('confirmed', { exact: true }).waitFor();
    expect((await erin.call('GET', '/my')).body).toMatchObject({ email: 'erin.new@example.com' });

    await page.getByRole('link', { name: 'Notifications' }).click();
    await page.getByLabel('An approval is asked for').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    const { body } = await erin.call('GET', '/my/notifications');
    expect(body).toMatchObject({ email: { events: ['approval_required'], address: 'erin.new@example.com' } });
  });

  test('everything is exported as a file, and then the account removes itself', async () => {
    const dora = await here.artel.register('dora');
    const page = await browser.page();
    await signInAt(page, dora, '/profile/data');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export everything' }).click();
    const lines = (await text(createReadStream(await (await downloading).path()))).trim().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'export' });
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ kind: 'end' });
    expect(lines.join('\n')).toContain(dora.email);

    await page.getByRole('button', { name: 'Remove my account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove my account' });
    const remove = dialog.getByRole('button', { name: 'Remove my account' });
    await dialog.getByLabel('Your password').fill('not my password');
    expect(await remove.isDisabled()).toBe(true);
    await dialog.getByLabel(`Type ${dora.email} to confirm`).fill(dora.email);
    await remove.click();
    await dialog.getByText('Is not your password.').first().waitFor();
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await remove.click();
    await page.getByText('Your account is removed.').waitFor();
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(await signInStatus(dora, PASSWORD)).toBe(401);
  });
});
