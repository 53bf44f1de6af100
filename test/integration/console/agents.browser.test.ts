import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1. */

const here = inArtel();

const fact = (page: Page, name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByRole('term').getByText(name, { exact: true }) })
    .getByRole('definition');

describeInBrowser('the agents of a project in the console', (browser) => {
  test('one is made, edited into a second version, taken off work and put back, and deleted once its name is typed', async () => {
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, '/agents');

    // An empty project offers a team.
    await page.getByRole('button', { name: 'Create the starter team' }).click();
    await page.getByRole('link', { name: 'Researcher' }).waitFor();

    await page.getByRole('button', { name: 'New agent' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Keeper of issues');
    await page.getByLabel('Instructions').fill('You keep issues.\nBe brief.');
    await page.getByLabel('clock', { exact: true }).check();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    // What is wrong is said at its field, and what was typed is there.
    await page
      .getByText(/A name is a slug/)
      .first()
      .waitFor();
    expect(await page.getByLabel('Name', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Instructions').inputValue()).toBe('You keep issues.\nBe brief.');
    await page.getByLabel('Name', { exact: true }).fill('issues');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'issues' }).waitFor();
    expect(await fact(page, 'Version').textContent()).toBe('1');

    // A chat that is begun here goes to this agent.
    await page.getByRole('button', { name: 'New chat' }).click();
    await page.getByText('Nothing was said here yet.').waitFor();
    await expect.poll(() => page.getByLabel('To', { exact: true }).inputValue()).toBe('issues');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'issues' }).waitFor();

    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Instructions').fill('You keep issues.\nBe very brief.');
    await page.getByLabel('Cost of a run').fill('0.5');
    await page.getByRole('button', { name: 'Add a server' }).click();
    await page.getByLabel('Address').fill('https://mcp.example.com/');
    await page.getByRole('button', { name: 'Add a header' }).click();
    await page.getByLabel('Header', { exact: true }).fill('Authorization');
    await page.getByLabel('Secret', { exact: true }).fill('TRACKER');
    // Who leaves is asked, and stays where the answer is no.
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByRole('link', { name: 'Secrets', exact: true }).click();
    await page.getByRole('link', { name: 'issues', exact: true }).click();
    await page.evaluate('history.back()');
    await expect.poll(() => asked).toEqual(Array(3).fill(expect.stringContaining('not saved')));
    expect(new URL(page.url()).search).toBe('?view=edit');
    expect(await page.getByLabel('Address').inputValue()).toBe('https://mcp.example.com/');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByText('secret is missing').waitFor();
    expect(await fact(page, 'Version').textContent()).toBe('2');
    const { body } = await here.alice.call<{ config: unknown }>('GET', '/my/agents/issues');
    expect(body.config).toMatchObject({
      system_prompt: 'You keep issues.\nBe very brief.',
      tools: ['clock', { mcp: { url: 'https://mcp.example.com/', headers: { Authorization: { secret: 'TRACKER' } } } }],
      limits: { max_cost: 0.5, max_steps: 25 },
    });

    await page.getByRole('button', { name: 'Versions' }).click();
    const prompt = page.getByRole('region', { name: 'Instructions' });
    expect(await prompt.textContent()).toMatch(/removed: Be brief\.\+ added: Be very brief\./);
    const changes = page.getByRole('table', { name: 'What changed' });
    expect(await changes.getByRole('row', { name: /Cost of a run/ }).textContent()).toContain('not set0.5');
    expect(await changes.getByRole('row', { name: /Server https:\/\/mcp\.example\.com/ }).textContent()).toContain(
      'TRACKER',
    );

    await page.getByRole('button', { name: 'Overview' }).click();
    await page.getByRole('button', { name: 'Take no new work' }).click();
    await page.getByRole('button', { name: 'Take work again' }).waitFor();
    const { session } = await here.alice.chat('issues');
    const message = { content: 'Hello', target_agent: 'issues' };
    const refused = await here.alice.call('POST', `/my/chat/${session}/message`, message);
    expect(refused.status).toBe(409);
    await page.getByRole('button', { name: 'Take work again' }).click();
    await page.getByText('It takes work again.').waitFor();
    expect(await fact(page, 'State').textContent()).toBe('ready');

    await page.getByRole('button', { name: 'Delete the agent' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete the agent' });
    const confirm = dialog.getByRole('button', { name: 'Delete the agent' });
    await dialog.getByLabel('Type issues to confirm').fill('issue');
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('Type issues to confirm').fill('issues');
    await confirm.click();
    await page.getByRole('heading', { level: 1, name: 'Agents' }).waitFor();
    await page.getByRole('link', { name: 'Researcher' }).waitFor();
    expect((await here.alice.call('GET', '/my/agents/issues')).status).toBe(404);
    expect(problems).toEqual([]);
  });

  test('an API key that may not decide approvals is told that a person has to loosen what they are asked', async () => {
    await here.alice.call('POST', '/my/agents', { name: 'careful', system_prompt: 'You help.' });
    const key = await here.alice.call<{ key: string }>('POST', '/my/keys', {
      name: 'k',
      scopes: ['read', 'write'],
    });
    const page = await browser.page();
    await page.addInitScript("localStorage.setItem('artel-language', 'en');");
    await page.goto(`${here.artel.cloud.url}/console/agents/careful?view=edit`);
    await page.getByRole('button', { name: 'Sign in with a token' }).click();
    await page.getByLabel('Access token or API key').fill(key.body.key);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel('Ask me about calls').selectOption('high');
    await page.getByRole('button', { name: 'Save as a new version' }).click();
    await page.getByRole('alert').getByText('cannot save it').waitFor();
    expect(await page.getByLabel('Ask me about calls').inputValue()).toBe('high');
    expect((await here.alice.call<{ version: number }>('GET', '/my/agents/careful')).body.version).toBe(1);
  });
});
