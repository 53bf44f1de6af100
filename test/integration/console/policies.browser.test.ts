import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOn } from '../../support/accessibility.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1, WEB2, GW2, GW3. */

const here = inArtel();
const MAIL = 'carol.smith@example.org';
const HOSTILE = '<img src=x onerror=alert(1)>';

type Mine = { version: number; policies: { name: string }[] };
const mine = async (): Promise<Mine> => (await here.alice.call<Mine>('GET', '/my/policies')).body;

/** The marked words of one side of a comparison, as a reader sees and hears them. */
const marked = async (page: Page, region: string, kind: 'del' | 'ins'): Promise<string[]> =>
  page.getByRole('region', { name: region }).locator(kind).allTextContents();

const addReplacement = async (page: Page, { name, what }: { name: string; what: string }): Promise<void> => {
  await page.getByLabel('Kind').selectOption({ label: 'Replacements' });
  await page.getByRole('button', { name: 'Add a policy' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replacements' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Looks at').selectOption({ label: 'both' });
  await dialog.getByLabel('What', { exact: true }).fill(what);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'detached' });
};

describeInBrowser('the console’s policies', (browser) => {
  test('a policy is added, tried out, saved, and shown before and after in a call that was made then', async () => {
    const { alice, artel } = here;
    const page = await browser.page();
    const problems = problemsOf(page, artel.cloud.url);
    await signInAt(page, alice, '/policies');
    await page.getByRole('listitem', { name: 'personal-data' }).getByText('cannot be switched off').waitFor();
    await addReplacement(page, { name: 'names', what: 'Falcon' });

    await page.getByLabel('Your message').fill(`Tell ${MAIL} of Falcon ${HOSTILE}`);
    await page.getByLabel('What the model is assumed to answer').fill('Told <EMAIL_1> of Falcon now');
    await page.getByRole('button', { name: 'Try', exact: true }).click();
    await page.getByRole('region', { name: 'What you would get' }).waitFor();
    expect(await marked(page, 'What the model would get', 'del')).toEqual([`removed: ${MAIL}`, 'removed: Falcon']);
    expect(await marked(page, 'What the model would get', 'ins')).toEqual(['added: <EMAIL_1>', 'added: [removed]']);
    expect(await marked(page, 'What you would get', 'ins')).toEqual([`added: ${MAIL}`, 'added: [removed]']);
    await page.getByRole('region', { name: 'What the model would get' }).getByText(HOSTILE).first().waitFor();
    expect(await mine()).toMatchObject({ version: 0, policies: [] });

    expect(await violationsOn(page)).toEqual([]);
    // What is not saved stays while another view is looked at.
    await page.getByRole('button', { name: 'Calls', exact: true }).click();
    await page.getByText('No policy has acted on your calls so far.').waitFor();
    await page.getByRole('button', { name: 'My policies' }).click();
    await page.getByText('not saved', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    expect(await mine()).toMatchObject({ version: 1, policies: [{ name: 'names' }] });

    artel.model.always({ text: 'Told <EMAIL_1> of it' });
    const { session } = await alice.chat('writer');
    expect((await alice.ask(session, `Tell ${MAIL} of Falcon`, { target_agent: 'writer' })).answer).toBe(
      `Told ${MAIL} of it`,
    );
    await page.getByRole('button', { name: 'Calls', exact: true }).click();
    const answered = page.getByRole('row').filter({ hasText: 'scripted' });
    await answered.getByRole('link', { name: 'Before and after' }).click();
    await page.getByRole('heading', { name: 'What was changed' }).waitFor();
    const steps = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
    const first = steps.filter({ hasText: 'personal-data · request' }).first();
    expect(await first.locator('del').allTextContents()).toEqual([`removed: ${MAIL}`]);
    expect(await first.locator('ins').allTextContents()).toEqual(['added: <EMAIL_1>']);
    expect(await steps.filter({ hasText: 'own:names · request' }).first().locator('del').allTextContents()).toEqual([
      'removed: Falcon',
    ]);
    await page.getByRole('link', { name: 'Open the chat' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    // A link to it leads to it, in another window too.
    await page.reload();
    await page.getByRole('heading', { name: 'What was changed' }).waitFor();
    expect(problems).toEqual([]);
  });

  test('what the service refuses is said at the policy, and what was stored meanwhile is not overwritten unasked', async () => {
    const { alice, artel } = here;
    const page = await browser.page();
    const problems = problemsOf(page, artel.cloud.url);
    await signInAt(page, alice, '/policies');
    await addReplacement(page, { name: 'numbers', what: '(' });
    await page.getByRole('button', { name: 'Edit numbers' }).click();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel('Look for').selectOption({ label: 'a pattern (RE2)' });
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page
      .getByRole('listitem', { name: 'numbers' })
      .getByText(/^Rules: /)
      .waitFor();
    await page.getByRole('button', { name: 'Edit numbers' }).click();
    await page.getByLabel('What', { exact: true }).fill('[0-9]{4}');
    await page.getByRole('button', { name: 'Done' }).click();

    const { version } = await mine();
    const other = { policies: [{ kind: 'injection', name: 'elsewhere' }], version };
    expect((await alice.call('PUT', '/my/policies', other)).status).toBe(200);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Somebody stored other policies in the meantime').waitFor();
    expect((await mine()).policies.map(({ name }) => name)).toEqual(['elsewhere']);
    await page.getByRole('button', { name: 'Save mine in their place' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    expect((await mine()).policies.map(({ name }) => name)).toContain('numbers');
    expect(problems).toEqual([]);
  });

  test('an administrator imposes a policy on everybody and sees whose calls it changed; others have no such view', async () => {
    const { artel, operator } = here;
    const [root, bob] = [await artel.register('root'), await artel.register('bob')];
    const [account] = await operator.partition(`ACCOUNT#${root.id}`);
    if (!account) throw new Error('There is no account.');
    await operator.put({ ...account, roles: ['user', 'admin'] });
    const page = await browser.page();
    await signInAt(page, root, '/policies?view=deployment');
    await addReplacement(page, { name: 'unsaid', what: 'Nightingale' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    artel.model.always({ text: 'It is Nightingale' });
    const body = { model: 'scripted', messages: [{ role: 'user', content: 'What is it?' }] };
    const answer = await bob.call('POST', '/v1/chat/completions', body);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain('Nightingale');
    await page.getByRole('button', { name: 'Calls', exact: true }).click();
    await page.getByLabel('Whose calls').selectOption({ label: 'Everybody’s' });
    await page
      .getByRole('row')
      .filter({ hasText: bob.id })
      .getByRole('link', { name: 'Before and after' })
      .first()
      .click();
    await page.locator('del').waitFor();
    expect(await page.locator('del').allTextContents()).toEqual(['removed: Nightingale']);

    const ofBob = await bob.call<{ items: { id: string }[] }>('GET', '/my/calls');
    const others = await browser.page();
    await signInAt(others, bob, `/policies/${ofBob.body.items[0]?.id}?of=all`);
    await others.getByText('An administrator’s policy removed something from the answer.').waitFor();
    expect(await others.getByText('Nightingale').count()).toBe(0);
    await others.getByRole('link', { name: 'Calls that policies acted on' }).click();
    expect(await others.getByRole('button', { name: 'Deployment’s policies' }).count()).toBe(0);
    expect(await others.getByLabel('Whose calls').count()).toBe(0);
  });
});
