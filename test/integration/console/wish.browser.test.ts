import { beforeEach, expect, test } from 'vitest';
import { decide, pendingApproval } from '../../support/approvals.ts';
import { PASSWORD } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { beginChat, button, problemsOf, say, signInAt, turnsOf } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';
import { isPlanning, taskFor, taskIn, team } from '../../support/plans.ts';

/* Requirements: WEB1. */

const here = inArtel();

beforeEach(() => here.artel.model.always({ text: 'Done, as you say.' }));

describeInBrowser('what is decided while one chats', (browser) => {
  test('a wish typed in a chat becomes a plan that is edited and approved, and its answer stands in the chat', async () => {
    const bob = await here.artel.register('bob');
    await team(bob, ['ann', 'ben']);
    await bob.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
    const tasks = [taskFor('research'), taskFor('draft', ['research'], 'ben')];
    const drawn = tasks.map((task) => ({ ...task, expected_output: null }));
    here.artel.model.script({ text: JSON.stringify({ tasks: drawn }), when: isPlanning });
    const page = await browser.page();
    const problems = problemsOf(page, bob.url);
    await signInAt(page, bob);
    await beginChat(page, 'The whole team');
    await say(page, 'Write a report about ferries');
    const turn = turnsOf(page).first();
    const chat = page.url();
    // A chat is called by what was said first in it.
    await page.getByRole('heading', { name: 'Write a report about ferries', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Write a report about ferries', exact: true }).waitFor();
    await turn.getByRole('link', { name: 'You are asked: a plan' }).click();
    await page.getByRole('heading', { name: 'May this plan begin?' }).waitFor();
    await button(page, 'Edit the plan').click();
    await page.getByRole('button', { name: /^draft,/ }).click();
    await page.getByLabel('Brief').fill('Write it in two pages');
    await button(page, 'Approve with these changes').click();
    await page.getByRole('button', { name: /^draft, completed/ }).waitFor();

    await page.goBack();
    expect(page.url()).toBe(chat);
    await turn.getByText('approved', { exact: true }).waitFor();
    await turn.getByRole('link', { name: 'A plan was made.' }).waitFor();
    await turn.locator('.said-by-agent').getByText('Done, as you say.').waitFor();
    await turn.getByRole('link', { name: 'Details' }).click();
    await page.getByRole('heading', { name: 'Write a report about ferries', level: 1 }).waitFor();
    expect(here.artel.model.requests.map(taskIn)).toContain('Write it in two pages');
    expect(problems).toEqual([]);
  });

  test('a call is rejected with a reason, and another allowed, where one reads; what was begun is still there', async () => {
    const carol = await here.artel.register('carol');
    await carol.call('POST', '/my/agents', { name: 'writer', system_prompt: 'You write.', tools: ['file_write'] });
    const page = await browser.page();
    const problems = problemsOf(page, carol.url);
    await signInAt(page, carol);
    await beginChat(page, 'writer');
    const wants = (content: string) => ({
      tool_calls: [{ name: 'file_write', arguments: `{"path":"${content}.txt","content":"12345678901234567890"}` }],
    });
    here.artel.model.script(wants('one'));
    await say(page, 'Write it down.');
    const turn = turnsOf(page).first();
    const form = turn.getByRole('form', { name: 'Your decision' });
    await form.getByText('one.txt').waitFor();
    await button(form, 'Reject').click();
    await form.getByLabel(/^Reason/).fill('Not in that file.');
    here.artel.model.script(wants('two'));
    await button(form, 'Reject').click();
    await turn.getByText('rejected', { exact: true }).first().waitFor();
    await form.getByText('two.txt').waitFor();
    expect(JSON.stringify(here.artel.model.requests.at(-1)?.body)).toContain('Not in that file.');
    expect(await page.locator('.notice').count()).toBe(0);

    // Somebody who looks at something else meanwhile finds what they had begun to write.
    const message = page.getByRole('textbox', { name: 'Message' });
    await message.fill('And then');
    await page.getByRole('link', { name: 'Agents', exact: true }).click();
    await page.getByRole('heading', { name: 'Agents', level: 1 }).waitFor();
    await page.goBack();
    await form.getByText('two.txt').waitFor();
    expect(await message.inputValue()).toBe('And then');
    await button(form, 'Approve').click();
    await turn.getByText('Done, as you say.').waitFor();
    await form.waitFor({ state: 'detached' });
    await turn.getByText('Used file_write').last().click();
    await turn.locator('details[open]').getByText('"path": "two.txt"').waitFor();
    expect(await turn.locator('details[open] summary').textContent()).toMatch(/done$/);
    expect((await carol.call('GET', '/my/files/two.txt')).status).toBe(200);
    expect((await carol.call('GET', '/my/files/one.txt')).status).toBe(404);
    expect(problems).toEqual([]);
  });

  test('a notice tells wherever one is of what is asked elsewhere, and goes once all of it is decided', async () => {
    const finn = await here.artel.register('finn');
    const page = await browser.page();
    const problems = problemsOf(page, finn.url);
    await signInAt(page, finn, '/files');
    await page.getByText('There are no files yet.').waitFor();
    const look = () => page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    const notice = page.getByRole('region', { name: 'Notices' }).getByRole('link');
    const asked: string[] = [];
    for (const name of ['one', 'two']) {
      const { session } = await finn.chat(name, { tools: ['file_write'] });
      here.artel.model.script({
        tool_calls: [{ name: 'file_write', arguments: `{"path":"${name}","content":""}` }],
      });
      await finn.call('POST', `/my/chat/${session}/message`, { content: 'Write.', target_agent: name });
      asked.push((await pendingApproval(finn, session)).id);
      await look();
      await notice.getByText(`The team asks you: ${asked.length} to decide`).waitFor();
      expect(await notice.count()).toBe(1);
    }
    await decide(finn, String(asked[0]), { decision: 'reject' });
    await look();
    await notice.getByText('The team asks you: 1 to decide').waitFor();
    expect(await notice.getAttribute('href')).toMatch(new RegExp(`/console/approvals/${asked[1]}$`));
    await decide(finn, String(asked[1]), { decision: 'reject' });
    await look();
    await notice.waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
  });

  test('somebody who has no agents yet is offered a team in the chat, and writes to it at once', async () => {
    const erin = await here.artel.register('erin');
    const page = await browser.page();
    const problems = problemsOf(page, erin.url);
    await signInAt(page, erin);
    await button(page, 'New chat').click();
    await page.getByText('There are no agents in this project yet.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Message' }).count()).toBe(0);
    await button(page, 'Create the starter team').click();
    const to = page.getByLabel('To', { exact: true });
    await to.selectOption({ index: 1 });
    await say(page, 'Hello, all of you.');
    await turnsOf(page).first().getByText('Done, as you say.').waitFor();
    expect(problems).toEqual([]);
  });

  test('a chat goes on with who answered last, and what one began to write is not shown to whoever signs in next', async () => {
    const dan = await here.artel.register('dan');
    await here.alice.chat('helper');
    const { session } = await dan.chat('helper');
    await dan.ask(session, 'Hello.', { target_agent: 'helper' });
    const page = await browser.page();
    await signInAt(page, dan, `/chat/${session}`);
    // Who answered last is whom the next message goes to, until somebody else is chosen.
    const to = page.getByLabel('To', { exact: true });
    await expect.poll(() => to.inputValue()).toBe('helper');
    await to.selectOption({ label: 'The whole team' });
    expect(await to.inputValue()).toBe('');
    await page.getByRole('textbox', { name: 'Message' }).fill('My secret wish');
    await button(page, 'Sign out').click();
    await page.getByLabel('E-mail address').fill(here.alice.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await button(page, 'Sign in').click();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('');
  });
});
