import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1. */

const here = inArtel();
type Memory = { id: string; text: string; pinned: boolean; session_id: string | null; superseded_by: string | null };
const memories = async (): Promise<Memory[]> =>
  (await here.alice.call<{ items: Memory[] }>('GET', '/my/agents/helper/context?history=true')).body.items;

describeInBrowser('the memory of an agent in the console', (browser) => {
  test('is found, explained, pinned, forgotten, pruned, and taken out and in as a file', async () => {
    here.artel.model.always({ text: 'I do not know.' });
    const { session } = await here.alice.chat('helper');
    await here.alice.ask(session, 'What is the ferry’s name?', { target_agent: 'helper' });
    await expect.poll(async () => (await memories()).length).toBe(1);
    const add = (text: string) => here.alice.call('POST', '/my/agents/helper/context', { text });
    await add('I live in Lisbon.');
    await add('I live in Porto.');
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, '/memory/helper');
    const items = page.locator('.memories > li');
    const item = (text: string) => items.filter({ hasText: text });

    // Newest first, without what a newer one contradicts, until it is asked for.
    await item('I live in Porto.').waitFor();
    expect(await item('I live in Lisbon.').count()).toBe(0);
    await page.getByText('Narrow it down').click();
    await page.getByLabel('Also what newer ones contradict').check();
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await item('I live in Lisbon.').getByText('superseded').waitFor();
    expect(await item('I live in Lisbon.').textContent()).toContain('Contradicted by: I live in Porto.');

    await item('ferry')
      .getByRole('button', { name: /^Origin/ })
      .click();
    const chat = item('ferry').getByRole('link').first();
    await chat.waitFor();
    expect(await chat.getAttribute('href')).toContain(`/console/chat/${session}`);
    expect(await item('ferry').locator('dl').textContent()).toMatch(/Part of a conversation.*Run.*completed/);

    await page.getByLabel('Search for').fill('Porto');
    await page.getByLabel('Search for').press('Enter');
    await page.getByRole('heading', { name: 'Best matches' }).waitFor();
    await items.first().getByText('I live in Porto.').waitFor();
    expect(new URL(page.url()).searchParams.get('query')).toBe('Porto');
    // The next search is typed where this one was.
    expect(await page.locator(':focus').getAttribute('type')).toBe('search');
    await page.getByRole('button', { name: 'Pin: I live in Porto.' }).click();
    await page.getByRole('button', { name: 'Unpin: I live in Porto.' }).waitFor();
    expect((await memories()).filter(({ pinned }) => pinned).map(({ text }) => text)).toEqual(['I live in Porto.']);
    await page.getByRole('button', { name: 'Show all' }).click();

    // All but the pinned one would go, and go.
    await add('The ferry leaves at nine.');
    await page.reload();
    await page.getByRole('button', { name: 'Prune' }).click();
    const dialog = page.getByRole('dialog', { name: 'Prune' });
    await dialog.getByLabel('How many may stay').fill('2');
    await dialog.getByRole('button', { name: 'Show what would go' }).click();
    await dialog.getByText('2 would be forgotten, 2 would stay.').waitFor();
    await dialog.getByRole('button', { name: 'Forget them' }).click();
    await page.getByText('2 memories were forgotten.').waitFor();
    expect((await memories()).map(({ text }) => text)).toEqual(['The ferry leaves at nine.', 'I live in Porto.']);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as a file' }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(file.trim().split('\n')).toHaveLength(2);

    await item('nine')
      .getByLabel(/^Choose/)
      .check();
    await item('Porto')
      .getByLabel(/^Choose/)
      .check();
    await page.getByRole('button', { name: 'Forget 2 memories' }).click();
    await page.getByRole('dialog', { name: 'Forget' }).getByRole('button', { name: 'Forget' }).click();
    await page.getByText('This agent remembers nothing yet.').waitFor();
    expect(await memories()).toEqual([]);

    await page.getByRole('button', { name: 'Import a file' }).click();
    const imported = { name: 'memory.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from(file) };
    await page.getByLabel('File', { exact: true }).setInputFiles(imported);
    await page.getByRole('dialog').getByRole('button', { name: 'Import a file' }).click();
    await item('Porto').getByText('pinned').waitFor();
    expect(await memories()).toHaveLength(2);
    expect(problems).toEqual([]);
  });
});
