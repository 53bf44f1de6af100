import { beforeEach, expect, test, vi } from 'vitest';
import { type Approval, pendingApproval } from '../../support/approvals.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { askedIn, competentTeam } from '../../support/builder/scripted-team.ts';
import { button, problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1, BT6. */

const here = inArtel();
vi.setConfig({ testTimeout: 60_000 });

const team = competentTeam([{ id: 'add', path: 'add.js', content: '' }]);
beforeEach(() =>
  here.artel.model.always(({ body }) => ({
    text: JSON.stringify(team(askedIn((body as { messages: { role: string; content: string }[] }).messages))),
  })),
);

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
});
