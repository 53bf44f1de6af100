import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { accountItem, NEW_ACCOUNT } from '../../../shared/accounts/index.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { administratorIn } from '../../support/administrator.ts';
import { PASSWORD, type Person, request } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';
import { smallTier } from '../../support/small-tier.ts';

/* Requirements: WEB1. */

const here = inArtel();

const statusOf = async (bearer: string): Promise<number> =>
  (await request(here.artel.cloud.url, 'GET', '/my', undefined, { authorization: `Bearer ${bearer}` })).status;

const signInStatus = async ({ url, email }: Person, password: string): Promise<number> =>
  (await request(url, 'POST', '/auth/login', { email, password })).status;

const PROVIDER_KEY = 'sk-gina-1234567890';

/** What the provider is shown when it is called for a person. */
const bearerOfCall = async (who: Person): Promise<unknown> => {
  here.artel.model.script({ text: 'Hi' });
  const messages = [{ role: 'user', content: `Hi from ${who.id}` }];
  expect((await who.call('POST', '/v1/chat/completions', { model: 'gpt-4.1-mini', messages })).status).toBe(200);
  return here.artel.model.requests.at(-1)?.headers.authorization;
};

/** Has a person in a tier that allows keys of their own. */
const allowOwnKeys = async ({ id }: Person): Promise<void> => {
  const admin = await administratorIn(here.artel, here.operator);
  const { status } = await admin.call('PUT', '/admin/tiers/own-keys', { ...smallTier, own_provider_keys: true });
  expect(status).toBe(200);
  await here.operator.put(accountItem(authenticated({ userId: id }), { ...NEW_ACCOUNT, tier: 'own-keys' }));
};

/** The link in the mail that comes to an address. */
const linkMailedTo = (address: string): Promise<string> =>
  vi.waitFor(
    () => {
      const mail = here.artel.cloud.mails.find(({ to }) => to.includes(address));
      const link = /https?:\S+#confirm=\S+/.exec(mail?.text ?? '')?.[0];
      if (!link) throw new Error(`No link has come to ${address}.`);
      return link;
    },
    { timeout: 20_000, interval: 50 },
  );

describeInBrowser('the profile in a browser', (browser) => {
  test('an API key is made and works, is shown once, and is let in no more once it is revoked', async () => {
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, '/profile/keys');
    await page.getByRole('button', { name: 'New API key' }).click();
    await page.getByLabel('Name', { exact: true }).fill('<b>ci</b>');
    await page.getByLabel('Requests a minute').fill('0');
    await page.getByRole('button', { name: 'Create the key' }).click();
    // What is refused stands at its field, and what was typed is still there.
    await page.locator('.field-error').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('<b>ci</b>');
    await page.getByLabel('Requests a minute').fill('500');
    await page.getByRole('button', { name: 'Create the key' }).click();
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

  test('a key of a provider keeps what was typed until it is right, is used and never shown, and is nobody else’s', async () => {
    const [gina, hugo] = [await here.artel.register('gina'), await here.artel.register('hugo')];
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, gina, '/profile/keys');
    await page.getByText('There are none: models are called with the deployment’s keys.').waitFor();
    const form = page.getByRole('form', { name: 'Store the key' });
    const field = form.getByLabel('Key of the provider');
    const store = form.getByRole('button', { name: 'Store the key' });
    // What her tier does not allow is said, and what cannot be a key is said at its field; both times it stays there.
    await field.fill(PROVIDER_KEY);
    await store.click();
    await form.getByText('Your tier does not allow keys of your own.').waitFor();
    expect(await field.inputValue()).toBe(PROVIDER_KEY);
    await allowOwnKeys(gina);
    await field.fill(`${PROVIDER_KEY}ключ`);
    await store.click();
    await form.locator('.field-error').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.inputValue()).toBe(`${PROVIDER_KEY}ключ`);
    await field.fill(PROVIDER_KEY);
    await store.click();
    await page.getByText('The key of openai is stored.').waitFor();
    const row = page.getByRole('table', { name: 'Your own keys of model providers' }).getByRole('row').last();
    await row.getByText('in use', { exact: true }).waitFor();
    expect(await field.inputValue()).toBe('');

    const listed = page.waitForResponse((answer) => answer.url().includes('/my/provider-keys'));
    await page.reload();
    expect(await (await listed).text()).not.toContain(PROVIDER_KEY);
    await row.getByText('openai').waitFor();
    expect(await page.content()).not.toContain(PROVIDER_KEY);
    expect(await bearerOfCall(gina)).toBe(`Bearer ${PROVIDER_KEY}`);
    expect(await bearerOfCall(hugo)).not.toBe(`Bearer ${PROVIDER_KEY}`);
    const other = await browser.page();
    await signInAt(other, hugo, '/profile/keys');
    await other.getByText('There are none: models are called with the deployment’s keys.').waitFor();

    // It goes when that is confirmed, and not before.
    await row.getByRole('button', { name: 'Delete the key of openai' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete the key of openai' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect((await gina.call('GET', '/my/provider-keys')).body).toMatchObject({ items: [{ provider: 'openai' }] });
    await row.getByRole('button', { name: 'Delete the key of openai' }).click();
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('There are none: models are called with the deployment’s keys.').waitFor();
    expect(await bearerOfCall(gina)).not.toBe(`Bearer ${PROVIDER_KEY}`);
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
    await page.getByLabel('Name others see').fill('Carol Ångström');
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
