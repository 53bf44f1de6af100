import { expect, test } from 'vitest';
import { describeInBrowser, inPage } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1. */

const here = inArtel();
const VALUE = 'open-sesame-4711';

describeInBrowser('the secrets of a project in the console', (browser) => {
  test('one that an agent needs is set, never shown, replaced and deleted', async () => {
    const server = { mcp: { url: 'https://mcp.example.com/', headers: { Authorization: { secret: 'TRACKER' } } } };
    await here.alice.call('POST', '/my/agents', { name: 'keeper', system_prompt: 'You keep.', tools: [server] });
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    const answers: Promise<string>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/secrets')) answers.push(response.text().catch(() => ''));
    });
    await signInAt(page, here.alice, '/secrets');
    await page.getByRole('button', { name: 'Set TRACKER' }).click();
    const dialog = page.getByRole('dialog', { name: 'Set TRACKER' });
    expect(await dialog.getByLabel('Value').getAttribute('type')).toBe('password');
    await dialog.getByLabel('Value').fill('two\u00a0words');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Value').fill(VALUE);
    await dialog.getByRole('button', { name: 'Save' }).click();
    const row = page.getByRole('table', { name: 'Secrets' }).getByRole('row', { name: /TRACKER/ });
    await row.waitFor();
    expect(await row.getByRole('link', { name: 'keeper' }).getAttribute('href')).toContain('/console/agents/keeper');
    expect(await page.getByRole('heading', { name: 'Missing' }).count()).toBe(0);

    // Neither the page nor its address has it once it was sent, nor what the browser keeps.
    const everything = async (): Promise<string> => {
      const kept = await page.evaluate(inPage`return JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);`);
      return [await page.content(), page.url(), kept].join('\n');
    };
    expect(await everything()).not.toContain(VALUE);

    await row.getByRole('button', { name: 'Replace TRACKER' }).click();
    expect(await dialog.getByLabel('Value').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    // As long as the agents are not known, nobody is said not to need it.
    await page.route(/\/agents\?/, () => undefined);
    await page.reload();
    await row.waitFor();
    expect(await row.textContent()).not.toContain('no agent');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    await row.getByRole('link', { name: 'keeper' }).waitFor();
    expect(await everything()).not.toContain(VALUE);
    expect((await Promise.all(answers)).join('\n')).toContain('TRACKER');
    expect((await Promise.all(answers)).join('\n')).not.toContain(VALUE);

    await row.getByRole('button', { name: 'Delete TRACKER' }).click();
    const confirm = page.getByRole('dialog', { name: 'Delete TRACKER' });
    expect(await confirm.textContent()).toContain('unavailable: keeper');
    await confirm.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('heading', { name: 'Missing' }).waitFor();
    expect((await here.alice.call<{ items: unknown[] }>('GET', '/my/secrets')).body.items).toEqual([]);
    expect(problems).toEqual([]);
  });
});
