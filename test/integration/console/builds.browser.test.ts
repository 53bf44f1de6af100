import { beforeEach, expect, test } from 'vitest';
import { parseChatRequest } from '../../../infra/local/stand-ins/offline-model/chat-request.ts';
import { complete } from '../../../infra/local/stand-ins/offline-model/completion.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { violationsOn } from '../../support/accessibility.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1, BT1, BT6. */

const here = inArtel();
/** It is a whole build, with a process for the sandbox. */

beforeEach(() =>
  here.artel.model.always(({ body }) => {
    const { text: said, calls } = complete(parseChatRequest(body));
    return { ...(said !== null && { text: said }), ...(calls.length > 0 && { tool_calls: calls }) };
  }),
);

describeInBrowser('a build in the console', (browser) => {
  test('a page with a to-do list is asked for, agreed to step by step, and used in a tab of its own', async () => {
    const context = await browser.context();
    const page = await context.newPage();
    page.setDefaultTimeout(MINUTE);
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, '/builds');
    await page.getByText('Nothing was built here yet.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel('What shall be built?').fill('Build me a page with a to-do list');
    // What is wrong is said at its field, and what was typed stays.
    await page.getByText('Limits', { exact: true }).click();
    await page.getByLabel('Attempts at a task').fill('99');
    await page.getByRole('button', { name: 'Build it' }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel('Attempts at a task').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Attempts at a task').fill('2');
    await page.getByRole('button', { name: 'Build it' }).click();

    // One of the team is told something; the answer comes as soon as the work goes on.
    const asked = page.getByRole('article', { name: 'Specification: To-do list' });
    await asked.waitFor();
    const story = page.getByRole('region', { name: 'What happened' });
    const said = story.locator('li.team');
    await page.getByLabel('To', { exact: true }).selectOption('architect');
    await page.getByLabel('What would you like to say?').fill('Which files will there be?');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Sent. The answer will appear above.').waitFor();

    // The specification is changed before it holds.
    await asked.getByRole('button', { name: 'Edit' }).click();
    const text = asked.getByLabel('Text of the proposal');
    await text.fill(`${await text.inputValue()}\nIt is blue.`);
    await asked.getByRole('button', { name: 'Agree to this text' }).click();
    for (const title of ['Architecture', /^Plan: \d tasks$/]) {
      await page.getByRole('article', { name: title }).getByRole('button', { name: 'Agree', exact: true }).click();
    }
    await said.waitFor();
    await story.getByText('Which files will there be?').waitFor();
    const release = page.getByRole('article', { name: 'Release' });
    await release.waitFor();
    expect(await page.getByRole('list', { name: 'Stages' }).locator('[aria-current]').textContent()).toContain(
      'Release',
    );
    expect(await violationsOn(page)).toEqual([]);
    await release.getByRole('button', { name: 'Agree', exact: true }).click();

    const [shown] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Open its page' }).click(),
    ]);
    await shown.getByLabel('What is to be done').fill('milk');
    await shown.getByRole('button', { name: 'Add' }).click();
    expect(await shown.getByRole('status').textContent()).toBe('1 task left.');

    // What it made, what it used, and how it stands in the list.
    await page.getByText(/tokens read/).waitFor();
    expect(await page.getByRole('link', { name: /^Version \d+$/ }).count()).toBeGreaterThanOrEqual(6);
    await page.getByRole('link', { name: 'Version 1', exact: true }).first().click();
    await page.getByRole('article', { name: 'package.json' }).waitFor();
    await page.getByRole('link', { name: 'Builds', exact: true }).click();
    await page.getByRole('row', { name: /Build me a page with a to-do list completed/ }).waitFor();

    // What goes wrong in its page is mended by a build that goes on from this one.
    await page.getByRole('link', { name: 'Build me a page with a to-do list' }).click();
    const reported = shown.waitForResponse((response) => response.url().endsWith('__artel/errors'));
    await shown.evaluate('setTimeout(() => { throw new Error("broken on purpose"); })');
    await reported;
    await page.getByRole('link', { name: 'About this preview' }).click();
    await page.getByText('Error: broken on purpose').first().waitFor();
    await page.getByRole('button', { name: 'Have it fixed' }).click();
    await page.getByText('Mend the errors that the page has reported.').first().waitFor();
    await page.getByRole('heading', { name: 'Outcome' }).waitFor();

    // A further wish waits for its specification to be agreed to, and is cancelled.
    await page.getByLabel('What else shall be built?').fill('Make a counter');
    await page.getByRole('button', { name: 'Go on building' }).click();
    await page.getByText('Make a counter').first().waitFor();
    await page.getByRole('article', { name: /^Specification: / }).waitFor();
    await page.getByRole('button', { name: 'Cancel the build' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the build' }).click();
    await page.getByText('The build is cancelled.').waitFor();
    await page.getByRole('heading', { name: 'Outcome' }).waitFor();
    expect(problems).toEqual([]);
  });
});
