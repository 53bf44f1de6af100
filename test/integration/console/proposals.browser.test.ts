import { beforeEach, expect, test } from 'vitest';
import { type Approval, decide, pendingApproval } from '../../support/approvals.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { askedIn, competentTeam, type TeamScript } from '../../support/builder/scripted-team.ts';
import { button, problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1, BT6. */

const here = inArtel();

/** Two places that are far enough apart to be two changes, which the reviewer never accepts. */
const numbered = (first: string, last: string): string =>
  [first, ...Array.from({ length: 20 }, (_, index) => `// ${index + 2}`), last, ''].join('\n');
const LIST = 'src/list.js';
const listTeam = competentTeam([
  { id: 'list', path: LIST, content: numbered('export const first = 2;', 'export const last = 2;') },
]);
const doubtful: TeamScript = (asked) => {
  if (asked.role === 'developer')
    return { approach: 'Do list.', read: [LIST], write: [{ path: LIST, change: 'Count.' }] };
  if (asked.role !== 'reviewer') return listTeam(asked);
  const { verdicts } = listTeam(asked) as { verdicts: { hunk: string }[] };
  return { verdicts: verdicts.map(({ hunk }) => ({ hunk, verdict: 'rework', reason: `I doubt ${hunk}.` })) };
};
const plays = (script: TeamScript): void =>
  here.artel.model.always(({ body }) => ({
    text: JSON.stringify(script(askedIn((body as { messages: { role: string; content: string }[] }).messages))),
  }));

const team = competentTeam([{ id: 'add', path: 'add.js', content: '' }]);
beforeEach(() => plays(team));

describeInBrowser('a proposal in the inbox of approvals', (browser) => {
  test('is sent back with a reason, and the next one is agreed to with a change, which is shown', async () => {
    const { body } = await here.alice.call<{ build: { id: string; session_id: string } }>('POST', '/my/builds', {
      request: 'Build me something that adds.',
    });
    const { session_id } = body.build;
    await pendingApproval(here.alice, session_id);
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, '/approvals');
    const waiting = page.getByRole('list', { name: 'Waiting' }).getByRole('link');
    await waiting.first().click();
    await page.getByText('It does something.').waitFor();
    await button(page, 'Send back').click();
    await page.getByLabel(/^Reason/).fill('It should add slowly.');
    await button(page, 'Reject').click();
    await page.getByText('It was rejected.').waitFor();

    const again = await pendingApproval(here.alice, session_id, 2);
    expect(JSON.stringify(here.artel.model.requests.at(-1)?.body)).toContain('It should add slowly.');
    await page.goto(`${here.artel.cloud.url}/console/approvals/${again.id}`);
    await button(page, 'Edit').click();
    const text = page.getByLabel('Text', { exact: true });
    const agree = button(page, 'Approve with these changes');
    expect(await agree.isDisabled()).toBe(true);
    await text.fill(`${await text.inputValue()}\nIt is never wrong.`);
    const change = page.getByRole('region', { name: 'What you change' });
    await change.locator('.added', { hasText: 'It is never wrong.' }).waitFor();
    await agree.click();
    await page.getByText('It was approved with changes.').waitFor();
    const { decision } = (await here.alice.call<Approval>('GET', `/my/approvals/${again.id}`)).body;
    expect(decision).toMatchObject({ decision: 'edit' });
    expect(String(decision?.arguments?.content)).toMatch(/It is never wrong\.$/);
    await page.getByRole('region', { name: 'What you change' }).getByText('It is never wrong.').waitFor();
    await pendingApproval(here.alice, session_id, 3);

    // The build is among what one searches for.
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Where to?' }).fill('adds builds');
    await page.getByRole('option', { name: /^Build me something that adds/ }).click();
    await page.waitForURL(new RegExp(`/console/builds/${body.build.id}$`));
    await page.getByRole('article', { name: 'Architecture' }).waitFor();
    await here.alice.call('POST', `/my/builds/${body.build.id}/cancel`);
    expect(problems).toEqual([]);
  });

  test('changes that the reviewer doubts are decided one by one, and only what was agreed to is in the files', async () => {
    plays(doubtful);
    const bob = await here.artel.register('bob');
    const before = numbered('export const first = 1;', 'export const last = 1;');
    await bob.call('PUT', `/my/files/${encodeURIComponent(LIST)}`, { content: before });
    const { body } = await bob.call<{ build: { id: string; session_id: string } }>('POST', '/my/builds', {
      request: 'Count further.',
    });
    // The specification, how its tests are run, the architecture and the plan.
    for (const nth of [1, 2, 3, 4]) {
      const { id } = await pendingApproval(bob, body.build.session_id, nth);
      await decide(bob, id, { decision: 'approve' });
    }
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    const refused = JSON.stringify({ detail: 'Not now.', error_code: 'internal_error', request_id: 'req_1' });
    await page.route('**/events*', (route) =>
      route.fulfill({ status: 500, contentType: 'application/json', body: refused }),
    );
    await signInAt(page, bob, `/builds/${body.build.id}`);
    const asked = page.getByRole('article', { name: '2 changes the reviewer did not accept' });
    const [first, last] = [asked.getByLabel(`Keep h1 ${LIST}`), asked.getByLabel(`Keep h2 ${LIST}`)];
    await first.waitFor();
    // Each stands by itself, with what the reviewer said of it.
    const shown = asked.getByRole('region', { name: `h2 ${LIST}` });
    expect(await shown.innerText()).toMatch(/-export const last = 1;\s+\+export const last = 2;[\s\S]*I doubt h2\./);
    expect(await shown.innerText()).not.toContain('first');
    expect([await first.isChecked(), await last.isChecked()]).toEqual([true, true]);
    await last.uncheck();
    // What was chosen stays while the page is told what happened before.
    await page.unroute('**/events*');
    await button(page, 'Try again').click();
    await page.getByRole('region', { name: 'What happened' }).locator('li.asked').nth(4).waitFor();
    expect(await last.isChecked()).toBe(false);
    expect(await button(asked, 'Agree').count()).toBe(0);
    await button(asked, 'Agree to the rest').click();
    await page.getByText('Part list', { exact: true }).last().waitFor();

    await page
      .getByRole('list')
      .getByRole('link', { name: /^Version \d+$/ })
      .last()
      .click();
    await page.getByRole('article', { name: LIST }).getByText('export const first = 2;').waitFor();
    const file = await bob.call<string>('GET', `/my/files/${encodeURIComponent(LIST)}`);
    expect(file.body).toBe(numbered('export const first = 2;', 'export const last = 1;'));
    await bob.call('POST', `/my/builds/${body.build.id}/cancel`);
    expect(problems).toEqual([]);
  });
});
