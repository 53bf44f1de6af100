import type { Page } from 'playwright-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';
import { planOf, sendPlan, taskFor, taskIn, team } from '../../support/plans.ts';

/* Requirements: WEB1. */

const here = inArtel();
vi.setConfig({ testTimeout: 120_000 });

beforeEach(() => here.artel.model.always({ text: 'Done, as you say.' }));

/** Answers the first of these requests and no other, ever: whatever the page learns afterwards it heard from the events. */
const onlyFirst = async (page: Page, path: RegExp): Promise<{ count: number }> => {
  const asked = { count: 0 };
  await page.route(path, (route) => {
    asked.count += 1;
    return asked.count === 1 ? route.continue() : undefined;
  });
  return asked;
};

/** What looks again from time to time waits for `looks`, and nothing else does. */
const heldBack = (page: Page) =>
  page.addInitScript(`{
    const [set, clear] = [setInterval, clearInterval];
    window.polls = new Map();
    window.setInterval = (work, every) => {
      if (every < 20_000) return set(work, every);
      polls.set(-polls.size - 1, work);
      return -polls.size;
    };
    window.clearInterval = (timer) => polls.delete(timer) || clear(timer);
  }`);
const looks = (page: Page, { hidden = false } = {}) =>
  page.evaluate(`{
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${hidden} });
    for (const work of polls.values()) work();
  }`);

describeInBrowser('what a page hears', (browser) => {
  test('a plan goes on by its events alone, though it is never read again', async () => {
    const quinn = await here.artel.register('quinn');
    const { session } = await team(quinn, ['ann', 'ben']);
    const { promise: research, resolve: endResearch } = Promise.withResolvers<void>();
    const { promise: draft, resolve: endDraft } = Promise.withResolvers<void>();
    here.artel.model.script({ text: 'Found.', gate: research, when: (asked) => taskIn(asked) === 'Do research' });
    here.artel.model.script({ text: 'Written.', gate: draft, when: (asked) => taskIn(asked) === 'Do draft' });
    const tasks = [taskFor('research'), taskFor('draft', ['research'], 'ben')];
    const { run } = (await sendPlan(quinn, session, tasks)).body;
    // What is read once knows all tasks by their ids.
    await expect
      .poll(async () => (await planOf(quinn, run.id)).tasks.map(({ state, task_id }) => [state, task_id !== null]), {
        timeout: 12_000,
      })
      .toEqual([
        ['running', true],
        ['blocked', true],
      ]);
    const page = await browser.page();
    const problems = problemsOf(page, quinn.url);
    const asked = await onlyFirst(page, /\/my\/projects\/\w+\/plans\/run_\w+$/);
    await signInAt(page, quinn, `/plans/${run.id}`);
    await page.getByRole('button', { name: /^research, running/ }).waitFor();
    endResearch();
    await page.getByRole('button', { name: /^research, completed/ }).waitFor();
    await page.getByRole('button', { name: /^draft, running/ }).waitFor();
    endDraft();
    await page.getByText('2 of 2 tasks done').waitFor();
    await page.getByRole('button', { name: 'Cancel the plan' }).waitFor({ state: 'detached' });
    // It did want to know more, which nobody told it.
    await expect.poll(() => asked.count, { timeout: 12_000 }).toBeGreaterThan(1);
    expect(problems).toEqual([]);
  });

  test('what is asked in the open chat is counted at once, and so is that it was decided; nobody looks while the page is hidden', async () => {
    const rita = await here.artel.register('rita');
    const { session } = await rita.chat('writer', { tools: ['file_write'] });
    const page = await browser.page();
    const problems = problemsOf(page, rita.url);
    await heldBack(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await signInAt(page, rita, `/chat/${session}`);
    await page.getByText('Nothing was said here yet.').waitFor();
    here.artel.model.script({ tool_calls: [{ name: 'file_write', arguments: '{"path":"a.txt","content":""}' }] });
    await rita.call('POST', `/my/chat/${session}/message`, { content: 'Write.', target_agent: 'writer' });
    const count = page.getByRole('link', { name: 'Approvals' }).getByText('1', { exact: true });
    await count.waitFor();
    await decide(rita, (await pendingApproval(rita, session)).id, { decision: 'approve' });
    await count.waitFor({ state: 'detached' });
    await page.getByText('Done, as you say.').waitFor();

    const waiting = () => asked.filter((url) => /\/approvals\?.*status=pending/.test(url)).length;
    const before = waiting();
    await looks(page, { hidden: true });
    await looks(page);
    await expect.poll(waiting).toBe(before + 1);
    expect(problems).toEqual([]);
  });

  test('the list of chats says which of them are busy: the open one as it is heard, the others from time to time', async () => {
    const sam = await here.artel.register('sam');
    const other = await sam.chat('ann');
    const { session } = await sam.chat('ben');
    for (const [id, title] of [
      [other.session, 'The other'],
      [session, 'This one'],
    ])
      await sam.call('PATCH', `/my/chat/sessions/${id}`, { title });
    const gates = new Map(['ann', 'ben'].map((name) => [name, Promise.withResolvers<void>()]));
    const begin = async (id: string, name: string) => {
      here.artel.model.script({ text: `From ${name}.`, gate: (gates.get(name) as PromiseWithResolvers<void>).promise });
      await sam.call('POST', `/my/chat/${id}/message`, { content: 'Go on.', target_agent: name });
    };
    await begin(other.session, 'ann');
    const page = await browser.page();
    const problems = problemsOf(page, sam.url);
    await heldBack(page);
    await signInAt(page, sam, `/chat/${session}`);
    const line = (title: string) =>
      page.getByRole('region', { name: 'Chats' }).getByRole('listitem').filter({ hasText: title });
    await line('The other').getByText('running').waitFor();
    expect(await line('This one').innerText()).not.toContain('running');

    // Nothing that is read tells of the open one.
    const pattern = /\/chat\/sessions\?/;
    await page.route(pattern, () => undefined);
    await begin(session, 'ben');
    await line('This one').getByText('running').waitFor();
    gates.get('ben')?.resolve();
    await page.getByText('From ben.').waitFor();
    await line('This one').getByText('running').waitFor({ state: 'detached' });

    gates.get('ann')?.resolve();
    await ended(sam, other.session);
    expect(await line('The other').innerText()).toContain('running');
    await page.unroute(pattern);
    await looks(page);
    await line('The other').getByText('running').waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
  });
});
