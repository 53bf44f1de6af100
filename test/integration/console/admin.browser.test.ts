import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { administratorIn } from '../../support/administrator.ts';
import { PASSWORD, type Person, request } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1. */

const here = inArtel();
let root: Person;

beforeAll(async () => {
  root = await administratorIn(here.artel, here.operator);
});

describeInBrowser('administration in a browser', (browser) => {
  test('an administrator finds a user, changes tier and budget, and locks them', async () => {
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, root, '/admin');
    await page.getByRole('link', { name: root.email }).waitFor();
    await page.getByLabel('Whole e-mail address').fill(here.alice.email);
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('link', { name: root.email }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: here.alice.email }).click();

    const form = page.getByRole('form', { name: 'Change this user' });
    await form.getByLabel('Tier').selectOption('pro');
    await form.getByLabel('Money (US dollars)').fill('12.5');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    const stored = async () => (await root.call('GET', `/admin/users/${here.alice.id}`)).body;
    expect(await stored()).toMatchObject({ tier: 'pro', budget: { cost: 12.5 }, locked: false });
    expect((await here.alice.call('GET', '/my/usage/limits')).body).toMatchObject({
      tier: 'pro',
      month: { money: 12.5, requests: 1_000_000 },
      used: { money: 0, tokens: 0, requests: 0 },
      own_provider_keys: true,
    });

    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lock', exact: true }).click();
    await page.getByRole('button', { name: 'Unlock' }).waitFor();
    expect((await here.alice.call('GET', '/my')).status).toBe(403);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('button', { name: 'Lock', exact: true }).waitFor();
    expect((await here.alice.call('GET', '/my')).status).toBe(200);
    // The list they came from is where the browser goes back to, with what was looked for.
    await page.goBack();
    expect(await page.getByLabel('Whole e-mail address').inputValue()).toBe(here.alice.email);
    expect(problems).toEqual([]);
  });

  test('a tier is changed in a form, and another is made like it', async () => {
    const page = await browser.page();
    await signInAt(page, root, '/admin/tiers?tier=free');
    await page.getByLabel('Webhooks').fill('4');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Delete' }).waitFor();
    await page.getByRole('button', { name: 'Copy this tier' }).click();
    await page.getByLabel('Name', { exact: true }).fill('free-plus');
    await page.getByLabel('Projects', { exact: true }).fill('7');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'free-plus' }).waitFor();
    const { body } = await root.call<{ items: { name: string }[] }>('GET', '/admin/tiers');
    const tiers = Object.fromEntries(body.items.map((tier) => [tier.name, tier]));
    expect(tiers.free).toMatchObject({ webhooks: 4, source: 'stored', version: 1 });
    expect(tiers['free-plus']).toMatchObject({ webhooks: 4, projects: 7, source: 'stored' });
  });

  test('an invitation’s link leads to the console, where whoever has it registers', async () => {
    const page = await browser.page();
    await signInAt(page, root, '/admin/invitations');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const shown = page.getByRole('dialog', { name: 'Invitation' });
    const link = (await shown.getByRole('region', { name: 'Invitation' }).innerText()).trim();
    expect(link).toContain(`${here.artel.cloud.url}/console/link#invitation=`);
    const guest = await browser.page();
    await guest.goto(link);
    await guest.getByLabel('E-mail address').fill('guest@example.com');
    await guest.getByLabel('Password').fill(PASSWORD);
    await guest.getByRole('button', { name: 'Create an account' }).click();
    await guest.getByRole('navigation', { name: 'Navigation' }).waitFor();
    await shown.getByRole('button', { name: 'Close' }).last().click();
    await page.reload();
    await page.getByText('No invitation is open.').waitFor();

    // One that is withdrawn, once that was meant, lets nobody in.
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const other = (await shown.getByRole('region', { name: 'Invitation' }).innerText()).trim();
    await shown.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('button', { name: /^Withdraw the invitation/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw', exact: true }).click();
    await page.getByText('The invitation is withdrawn.').waitFor();
    await page.getByText('No invitation is open.').waitFor();
    await guest.goto('about:blank');
    await guest.goto(other);
    await guest.getByLabel('E-mail address').fill('late@example.com');
    await guest.getByLabel('Password').fill(PASSWORD);
    await guest.getByRole('button', { name: 'Create an account' }).click();
    await guest.getByRole('alert').waitFor();
  });

  test('runs, sums and figures are shown, and audit trails are exported', async () => {
    const bob = await here.artel.register('bob');
    const { session } = await bob.chat();
    here.artel.model.script({ text: 'Hello, Bob.' }, { status: 400 });
    expect((await bob.ask(session, 'Hello')).run.state).toBe('completed');
    expect((await bob.ask(session, 'And now?')).run.state).toBe('failed');
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, root, `/admin/runs?user=${bob.id}`);
    const runs = page.getByRole('table', { name: 'Runs' });
    await runs.getByText('completed').waitFor();
    await page.getByLabel('State').selectOption('failed');
    await runs.getByText('completed').waitFor({ state: 'detached' });
    await runs.getByText('failed').waitFor();
    await page.getByRole('link', { name: 'Usage' }).click();
    await page.getByLabel('Sums by').selectOption('user');
    await page.getByRole('table', { name: 'Usage' }).getByRole('link', { name: bob.id }).waitFor();
    await page.getByRole('link', { name: 'Spaces' }).click();
    await page.getByRole('table', { name: 'Spaces' }).getByRole('link', { name: bob.id }).waitFor();
    await page.getByRole('link', { name: 'Caches' }).click();
    await page.getByRole('table', { name: 'Caches' }).getByText('Valkey').waitFor();
    await page.getByRole('link', { name: 'Errors' }).click();
    await page.getByRole('table', { name: 'Errors' }).getByRole('link', { name: bob.id }).waitFor();
    await page.goto(`${here.artel.cloud.url}/console/admin/blocks?user=${bob.id}`);
    await page.getByText('There are no blocks of this user.').waitFor();
    await page.getByRole('link', { name: 'Audit trails' }).click();
    await page.getByLabel('User id').fill(bob.id);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    const lines = (await text(createReadStream(await (await downloading).path()))).trim().split('\n');
    const actions = lines.map((line) => (JSON.parse(line) as { action: string }).action);
    expect(actions).toEqual(expect.arrayContaining(['signed_in', 'runs_listed']));
    expect(problems).toEqual([]);
  });

  test('somebody who is no administrator sees nothing of it, and nothing is asked for', async () => {
    const carol = await here.artel.register('carol');
    const page = await browser.page();
    const asked: string[] = [];
    page.on('request', (one) => asked.push(new URL(one.url()).pathname));
    await signInAt(page, carol, `/admin/users?user=${here.alice.id}`);
    await page.getByText('Only an administrator of this deployment sees this.').waitFor();
    expect(await page.getByRole('link', { name: 'Administration' }).count()).toBe(0);
    expect(asked.filter((path) => path.startsWith('/admin'))).toEqual([]);
    const authorization = `Bearer ${carol.token}`;
    expect((await request(carol.url, 'GET', '/admin/users', undefined, { authorization })).status).toBe(403);
  });
});
