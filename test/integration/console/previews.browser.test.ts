import { expect, test } from 'vitest';
import { violationsOn } from '../../support/accessibility.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';
import { visit } from '../../support/visit.ts';

/* Requirements: WEB1, BT6, BT9. */

const here = inArtel();

describeInBrowser('previews in the console', (browser) => {
  test('one is published, opened, reports its error to a new build’s wish, and is ended', async () => {
    const content = '<!doctype html><head><title>Shown</title></head><script>undefinedFunction()</script>';
    await here.alice.call('POST', '/my/files', { changes: [{ path: 'site/index.html', content }] });
    const context = await browser.context();
    const page = await context.newPage();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, '/previews');
    await page.getByText('There are no previews at the moment.').waitFor();
    await page.getByLabel('Folder').fill('site');
    await page.getByLabel('Available for').selectOption('hour');
    await page.getByRole('button', { name: 'Publish' }).click();
    const card = page.getByRole('status').filter({ hasText: 'shown only now' });
    await page.getByRole('row', { name: /the newest files · site/ }).waitFor();
    expect(await violationsOn(page)).toEqual([]);

    const opening = context.waitForEvent('page');
    await card.getByRole('link', { name: 'Open in a new tab' }).click();
    const shown = await opening;
    await shown.waitForResponse((response) => response.url().endsWith('__artel/errors'));
    expect(await shown.title()).toBe('Shown');
    // It does not learn who opened it.
    expect(await shown.evaluate('window.opener === null && document.referrer === ""')).toBe(true);

    await page.getByRole('link', { name: /the newest files/ }).click();
    await page.getByText('Uncaught ReferenceError').waitFor();
    await page.getByText('Change when it ends').click();
    await page.getByLabel('From now').selectOption('week');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/in \d days|in 1 week|next week/).waitFor();
    expect(await violationsOn(page)).toEqual([]);

    await page.getByRole('button', { name: 'Have it fixed' }).click();
    await page.getByLabel('What shall be built?').waitFor();
    expect(await page.getByLabel('What shall be built?').inputValue()).toContain('undefinedFunction is not defined');

    await page.goBack();
    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
    await page.getByText('There are no previews at the moment.').waitFor();
    expect((await visit(shown.url())).status).toBe(404);
    expect(problems).toEqual([]);
  });
});
