import { beforeEach, expect, test } from 'vitest';
import { violationsOn } from '../../support/accessibility.ts';
import { type Approval, decide, ended, pendingApproval } from '../../support/approvals.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1. */

const here = inArtel();

beforeEach(() => here.artel.model.always({ text: 'As you say.' }));

/** An agent that wants to do this, and the approval it waits for. */
const wanting = async (name: string, call: { name: string; arguments: string }) => {
  const { session } = await here.alice.chat(name, { tools: ['file_write', 'ask_person'] });
  here.artel.model.script({ tool_calls: [call] });
  const { body } = await here.alice.call<{ run: { id: string } }>('POST', `/my/chat/${session}/message`, {
    content: `For ${name}`,
    target_agent: name,
  });
  return { session, run: body.run.id, approval: await pendingApproval(here.alice, session) };
};

const writing = (content: string) => ({
  name: 'file_write',
  arguments: JSON.stringify({ path: `${content}.txt`, content }),
});

const find = async (id: string): Promise<Approval> =>
  (await here.alice.call<Approval>('GET', `/my/approvals/${id}`)).body;

const lastPrompt = (): string =>
  JSON.stringify(here.artel.model.requests.findLast(({ path }) => path.endsWith('/chat/completions'))?.body);

describeInBrowser('the inbox of approvals', (browser) => {
  test('a call is rejected with a reason, another is edited and remembered, a question answered, the rest decided together', async () => {
    const refused = await wanting('refused', writing('refused'));
    const edited = await wanting('edited', writing('edited'));
    const question = { name: 'ask_person', arguments: '{"question":"<b>Paris</b> in France or in Texas?"}' };
    const asked = await wanting('asker', question);
    const one = await wanting('one', writing('one'));
    const two = await wanting('two', writing('two'));
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, '/approvals');
    const inbox = page.getByRole('list', { name: 'Waiting' }).getByRole('listitem');
    await inbox.nth(4).waitFor();
    const count = page.getByRole('link', { name: 'Approvals' }).locator('.count');
    expect(await count.textContent()).toBe('5');

    await inbox.filter({ hasText: 'refused.txt' }).getByRole('link').click();
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByLabel(/^Reason/).fill('Not in that file.');
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByText('It was rejected.').waitFor();
    // Without waiting for the next look.
    expect(await count.textContent()).toBe('4');
    await ended(here.alice, refused.session);
    expect(lastPrompt()).toContain('Not in that file.');

    await page.getByRole('link', { name: 'Approvals', exact: false }).first().click();
    await inbox.filter({ hasText: 'edited.txt' }).getByRole('link').click();
    await page.getByRole('button', { name: 'Edit' }).click();
    const text = page.getByLabel('Arguments');
    const send = page.getByRole('button', { name: 'Approve with these changes' });
    await text.fill('{ "path": 12345678901234567890 }');
    await page.getByText('“content” is missing.').waitFor();
    expect(await page.getByRole('region', { name: 'What you change' }).textContent()).toContain('12345678901234567890');
    expect(await send.isDisabled()).toBe(true);
    await text.fill('{ "path": "better.txt", "content": "edited" }');
    const change = page.getByRole('region', { name: 'What you change' });
    expect(await change.locator('.removed').textContent()).toContain('edited.txt');
    expect(await change.locator('.added').textContent()).toContain('better.txt');
    await page.getByRole('checkbox', { name: 'Do not ask again for this' }).check();
    await send.click();
    await page.getByText('It was approved with changes.').waitFor();
    await ended(here.alice, edited.session);
    expect((await find(edited.approval.id)).decision).toMatchObject({
      decision: 'edit',
      arguments: { path: 'better.txt', content: 'edited' },
    });

    await page.goto(`${here.artel.cloud.url}/console/approvals/${asked.approval.id}`);
    // What an agent asks is text.
    await page.getByText('<b>Paris</b> in France or in Texas?').last().waitFor();
    await page.getByLabel('Your answer in words').fill('In Texas.');
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await ended(here.alice, asked.session);
    expect(lastPrompt()).toContain('The person answers: In Texas.');

    await page.goto(`${here.artel.cloud.url}/console/approvals`);
    await inbox.nth(1).waitFor();
    await page.getByRole('button', { name: 'Select all' }).click();
    await page.getByRole('button', { name: 'Reject selected' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^Reason/)
      .fill('None of these.');
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    await page.getByText('Nothing waits for you.').waitFor();
    expect(await count.count()).toBe(0);
    await Promise.all([one, two].map(({ session }) => ended(here.alice, session)));
    const decided = await Promise.all([one, two].map(({ approval }) => find(approval.id)));
    expect(decided.map(({ decision }) => decision?.reason)).toEqual(['None of these.', 'None of these.']);

    await page.getByRole('button', { name: 'Remembered' }).click();
    await page.getByRole('button', { name: 'Revoke: file_write, edited' }).click();
    await page.getByText('Nothing is remembered.').waitFor();
    expect((await here.alice.call<{ items: unknown[] }>('GET', '/my/permissions')).body.items).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('what was decided elsewhere meanwhile is said, and shown as it is now', async () => {
    const { approval, session } = await wanting('raced', writing('raced'));
    const page = await browser.page();
    await signInAt(page, here.alice, `/approvals/${approval.id}`);
    await page.getByRole('button', { name: 'Approve' }).waitFor();
    await decide(here.alice, approval.id, { decision: 'reject' });
    await ended(here.alice, session);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('It was decided elsewhere').waitFor();
    await page.getByText('It was rejected.').waitFor();
  });

  test('a client’s question is answered in the form that it names, to the last digit', async () => {
    const { approval, session, run } = await wanting('bookkeeper', writing('booked'));
    const schema = { type: 'object', properties: { account: { type: 'number' } }, required: ['account'] };
    const question = { question: 'Which account?', payload: { proposed: 7 }, schema };
    const noted = await here.alice.call<{ id: string }>('POST', `/my/runs/${run}/approvals`, question);
    await decide(here.alice, approval.id, { decision: 'approve' });
    await pendingApproval(here.alice, session, 2);
    const page = await browser.page();
    await signInAt(page, here.alice, `/approvals/${noted.body.id}`);
    await page.getByText('"proposed": 7').waitFor();
    const answer = page.getByLabel('Your answer', { exact: true });
    expect(JSON.parse(await answer.inputValue())).toEqual({ account: 0 });
    await answer.fill('{ "account": "seven" }');
    await page.getByText('account: It has to be of the type number.').waitFor();
    expect(await page.getByRole('button', { name: 'Send the answer' }).isDisabled()).toBe(true);
    await answer.fill('{ "account": 12345678901234567890 }');
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByText('It was approved with changes.').waitFor();
    expect(await page.getByRole('region', { name: 'What you change' }).textContent()).toContain('12345678901234567890');
    await ended(here.alice, session);
    expect(lastPrompt()).toContain('12345678901234567890');
  });
});

describeInBrowser('a run in the console', (browser) => {
  test('says what it waited for and how long, and what happened; another is cancelled', async () => {
    const { approval, session, run } = await wanting('timed', writing('timed'));
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, `/runs/${run}`);
    const journal = page.getByRole('list', { name: 'What happened' });
    await journal.getByText('The task waits for your decision').waitFor();
    await page.getByText('Each stretch').last().click();
    await page.getByRole('list', { name: 'Where the time went' }).getByText('waited for your decision').waitFor();
    await decide(here.alice, approval.id, { decision: 'approve' });
    await journal.getByText('Calls file_write').waitFor();
    await journal.getByText('The run ended: completed').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('For timed');
    await page.getByText('used file_write').waitFor();
    await page.getByText('What each task did, step by step').click();
    const steps = page.getByRole('list', { name: 'timed', exact: true });
    await steps.getByText('file_write: done').waitFor();
    expect(await steps.getByRole('listitem').count()).toBe(2);
    await steps.getByText('Details').last().click();
    await steps.getByText('"path": "timed.txt"').waitFor();
    expect(await steps.getByRole('link', { name: 'See the decision' }).getAttribute('href')).toContain(approval.id);
    expect(await violationsOn(page)).toEqual([]);

    // A day later the events are gone; the steps are not.
    const events = (await here.operator.itemsOf('USER#')).filter(
      ({ pk, sk }) => pk.endsWith(`#SES#${session}`) && sk.startsWith('EV#'),
    );
    expect(events).not.toEqual([]);
    for (const item of events) await here.operator.put({ ...item, expires_at: 1 });
    await page.reload();
    await page.getByText('This is drawn from the steps of the run').waitFor();
    const time = page.getByRole('list', { name: 'Where the time went' });
    await page.getByText('Each stretch').last().click();
    await time.getByText('waited for your decision').waitFor();
    await time.getByText('used file_write').waitFor();
    expect(await time.getByRole('link', { name: 'See the decision' }).getAttribute('href')).toContain(approval.id);

    const other = await wanting('unwanted', writing('unwanted'));
    await page.goto(`${here.artel.cloud.url}/console/runs?state=waiting`);
    const rows = page.getByRole('table', { name: 'Runs' }).locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    await rows.getByRole('link').click();
    await page.getByRole('button', { name: 'Cancel the run' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the run' }).click();
    await page.getByText('The run ended: cancelled').waitFor();
    const { body } = await here.alice.call<{ state: string }>('GET', `/my/runs/${other.run}`);
    expect(body.state).toBe('cancelled');
    expect(session).not.toBe(other.session);
    expect(problems).toEqual([]);
  });
});
