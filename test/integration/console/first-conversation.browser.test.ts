import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PASSWORD, type Person, request } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { beginChat, button, inEnglish, problemsOf, say, signInAt, turnsOf } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1. */

const here = inArtel();

/** An answer of which some pieces come, and the others when it is let go. */
const held = (text: string, gateAfter: number): (() => void) => {
  const { promise: gate, resolve: letGo } = Promise.withResolvers<void>();
  here.artel.model.script({ text, gate, gateAfter });
  return letGo;
};

const turnAt = (page: Page, index: number) => turnsOf(page).nth(index);
const hasEnded = (page: Page) => button(page, 'Stop').waitFor({ state: 'detached' });

const withHelper = async (name: string, config: object = {}): Promise<Person> => {
  const person = await here.artel.register(name);
  await person.call('POST', '/my/agents', { name: 'helper', system_prompt: 'You help.', ...config });
  return person;
};

describeInBrowser('a conversation in a browser', (browser) => {
  test('whoever makes an account on the page begins a chat, and words appear while the agent speaks', async () => {
    const page = await browser.page();
    const { url } = here.artel.cloud;
    const problems = problemsOf(page, url);
    await inEnglish(page);
    await page.goto(`${url}/console`);
    await button(page, 'Create an account').click();
    await page.getByLabel('E-mail address').fill('newcomer@example.com');
    await page.getByLabel('Password').fill('short');
    await button(page, 'Create an account').click();
    // What is wrong stands at its field, and what was typed is still there.
    await page.getByLabel('Password').and(page.locator('[aria-invalid=true]')).waitFor();
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('newcomer@example.com');
    await page.getByLabel('Password').fill(PASSWORD);
    await button(page, 'Create an account').click();
    await page.getByText('There are no chats yet.').waitFor();

    const asked = { email: 'newcomer@example.com', password: PASSWORD };
    const { body } = await request<{ access_token: string }>(url, 'POST', '/auth/login', asked);
    const helper = { name: 'helper', system_prompt: 'You help.' };
    await request(url, 'POST', '/my/agents', helper, { authorization: `Bearer ${body.access_token}` });
    await beginChat(page, 'helper');
    await page.getByText('Nothing was said here yet.').waitFor();
    const letGo = held('One two three four five.', 2);
    await say(page, 'Count, please.');
    await turnAt(page, 0).getByText('Count, please.').waitFor();
    await turnAt(page, 0).getByText('One two', { exact: true }).waitFor();
    letGo();
    await page.getByText('One two three four five.').waitFor();
    await hasEnded(page);
    expect(await turnsOf(page).count()).toBe(1);
    expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('');
    expect(problems).toEqual([]);
  });

  test('what a tool was asked and gave is folded, and the memory that was read leads to what was searched', async () => {
    const bob = await withHelper('bob', { tools: ['calculate'] });
    // Whose memory is shown where the address names nobody.
    await bob.call('POST', '/my/agents', { name: 'aaron', system_prompt: 'You help.' });
    const page = await browser.page();
    const problems = problemsOf(page, bob.url);
    await signInAt(page, bob);
    await beginChat(page, 'helper');
    here.artel.model.script({ text: 'I shall remember it.' });
    await say(page, 'My number is six times seven.');
    await page.getByText('I shall remember it.').waitFor();
    await hasEnded(page);
    // In another chat, where only the memory knows of it.
    await beginChat(page, 'helper');
    await page.getByText('Nothing was said here yet.').waitFor();
    here.artel.model.script(
      { tool_calls: [{ name: 'calculate', arguments: { expression: '6*7' } }] },
      { text: 'It is **forty-two**.' },
    );
    await say(page, 'What is my number?');
    const turn = turnAt(page, 0);
    await turn.getByText('forty-two').waitFor();
    expect(await turn.locator('strong').innerText()).toBe('forty-two');
    const given = turn.getByText('42', { exact: true });
    expect(await given.isVisible()).toBe(false);
    await turn.getByText('Used calculate').click();
    await given.waitFor();
    expect(await turn.locator('details').textContent()).toMatch(/"expression": "6\*7"/);
    await turn.getByRole('link', { name: /1 memory was read/ }).click();
    await page.waitForURL(/\/console\/memory\/helper\?/);
    expect(new URL(page.url()).searchParams.get('query')).toBe('What is my number?');
    await page.getByRole('heading', { name: 'Best matches' }).waitFor();
    const found = page.locator('.memories > li').filter({ hasText: 'My number is six times seven.' });
    await found.getByRole('button', { name: /^Origin/ }).click();
    await found.getByText('Part of a conversation').waitFor();
    await page.goBack();
    await page.getByText('forty-two').waitFor();
    expect(problems).toEqual([]);
  });

  test('an answer is stopped, and a message meanwhile waits for its turn or takes it', async () => {
    const carol = await withHelper('carol');
    const page = await browser.page();
    await signInAt(page, carol);
    await beginChat(page, 'helper');
    held('Once upon a time there was', 2);
    await say(page, 'Tell a story.');
    await page.getByText('Once upon').waitFor();
    // Whoever comes back in mid-answer can stop it as well.
    await page.reload();
    await page.getByText('Once upon').waitFor();
    await button(page, 'Stop').click();
    await turnAt(page, 0).getByText('cancelled').waitFor();
    await hasEnded(page);

    const letGo = held('The first answer.', 1);
    await say(page, 'First.');
    await turnAt(page, 1).getByText('The', { exact: true }).waitFor();
    here.artel.model.script({ text: 'The second answer.' });
    await page.getByLabel('Something is under way').selectOption('Wait until it is done');
    await say(page, 'Second.');
    await turnAt(page, 2).getByText('Second.').waitFor();
    await turnAt(page, 2).getByText('queued').waitFor();
    letGo();
    await turnAt(page, 1).getByText('The first answer.').waitFor();
    await turnAt(page, 2).getByText('The second answer.').waitFor();
    await hasEnded(page);

    held('A long answer that nobody waits for.', 2);
    await say(page, 'Third.');
    await turnAt(page, 3).getByText('A long').waitFor();
    here.artel.model.script({ text: 'At once.' });
    await page.getByLabel('Something is under way').selectOption('Stop it and do this instead');
    await say(page, 'Fourth.');
    await turnAt(page, 4).getByText('At once.').waitFor();
    await turnAt(page, 3).getByText('cancelled').waitFor();
    await hasEnded(page);
    expect(await turnsOf(page).count()).toBe(5);
  });

  test('a chat is renamed and deleted, and the back button leads through what was shown', async () => {
    const dan = await withHelper('dan');
    const page = await browser.page();
    const problems = problemsOf(page, dan.url);
    await signInAt(page, dan);
    await beginChat(page, 'helper');
    await button(page, 'Rename').click();
    const dialog = page.getByRole('dialog', { name: 'Rename' });
    await dialog.getByLabel('Name').fill('Plans for spring');
    await button(dialog, 'Save').click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Plans for spring', level: 1 }).waitFor();
    await expect.poll(() => page.title()).toBe('Plans for spring · Artel');
    const address = page.url();
    await page.getByRole('link', { name: 'Agents', exact: true }).click();
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
    await page.goBack();
    expect(page.url()).toBe(address);
    await page.getByRole('heading', { name: 'Plans for spring', level: 1 }).waitFor();
    await button(page, 'Delete chat').click();
    await button(page.getByRole('dialog'), 'Delete').click();
    await page.getByText('The chat is gone.').waitFor();
    await page.getByText('There are no chats yet.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/chat');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(problems).toEqual([]);

    await page.goto(address);
    await page.getByText('There is nothing at this address.').waitFor();
    expect(await page.getByLabel('Message').count()).toBe(0);
    expect(await button(page, 'Rename').count()).toBe(0);
  });
});
