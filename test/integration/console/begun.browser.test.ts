import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser } from '../../support/browser.ts';
import { button, problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1, WEB2. */

const here = inArtel();

/** Answers what the page asks before something is lost. `texts`: what it has asked so far. */
const askedBy = (page: Page): { texts: string[]; mayGo: boolean } => {
  const asked = { texts: [] as string[], mayGo: false };
  page.on('dialog', (dialog) => {
    asked.texts.push(dialog.message());
    void (asked.mayGo ? dialog.accept() : dialog.dismiss());
  });
  return asked;
};
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement.ariaLabel ?? document.activeElement.textContent');

describeInBrowser('what a person has begun', (browser) => {
  test('is not lost by a slip: they are asked, once, and what they stay with is still there', async () => {
    const other = (await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'other' })).body.id;
    for (const path of ['a.md', 'b.md']) await here.alice.call('PUT', `/my/files/${path}`, { content: `I am ${path}` });
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    const asked = askedBy(page);
    await signInAt(page, here.alice, '/files?path=a.md');
    await page.getByText('I am a.md').waitFor();

    await button(page, 'New file').click();
    const dialog = page.getByRole('dialog', { name: 'New file' });
    await dialog.getByLabel('Text').fill('Half a thought');
    await page.keyboard.press('Escape');
    expect(asked.texts).toEqual([expect.stringContaining('Close this')]);
    expect(await dialog.getByLabel('Text').inputValue()).toBe('Half a thought');
    asked.mayGo = true;
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(asked.texts).toHaveLength(2);

    asked.mayGo = false;
    await button(page, 'Edit').click();
    const text = page.getByRole('textbox', { name: 'Text', exact: true });
    await text.fill('Nearly done');
    await page.getByRole('link', { name: 'b.md' }).click();
    expect(asked.texts).toHaveLength(3);
    expect(await text.inputValue()).toBe('Nearly done');
    // The switcher goes on showing the project that is looked at.
    const switcher = page.getByRole('navigation', { name: 'Navigation' }).getByLabel('Project');
    const looked = await switcher.inputValue();
    await switcher.selectOption(other);
    expect([asked.texts.length, await switcher.inputValue()]).toEqual([4, looked]);
    asked.mayGo = true;
    await page.getByRole('link', { name: 'b.md' }).click();
    await page.getByText('I am b.md').waitFor();
    expect(asked.texts).toHaveLength(5);
    await switcher.selectOption(other);
    await page.waitForURL(new RegExp(`project=${other}`));

    asked.mayGo = false;
    await page.goto(`${here.artel.cloud.url}/console/webhooks/new`);
    await page.getByLabel('Address').fill('https://hooks.example.com/');
    await page.getByRole('link', { name: 'Cancel' }).click();
    expect(asked.texts).toHaveLength(6);
    expect(await page.getByLabel('Address').inputValue()).toBe('https://hooks.example.com/');
    asked.mayGo = true;
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'Webhooks', level: 1 }).waitFor();
    expect(problems).toEqual([]);
  });

  test('goes on where it was when what had the focus is gone', async () => {
    const bob = await here.artel.register('bob');
    for (const number of [1, 2, 3]) await bob.call('POST', '/my/keys', { name: `key ${number}` });
    const page = await browser.page();
    // In pages of two.
    await page.route('**/my/keys?*', (route) => route.continue({ url: `${route.request().url()}&limit=2` }));
    await signInAt(page, bob, '/profile/keys');
    const rows = page.getByRole('table', { name: 'API keys' }).getByRole('row');
    await button(page, 'Show more').focus();
    await page.keyboard.press('Enter');
    await page.getByText('That is all.').waitFor();
    expect([await rows.count(), await focused(page)]).toEqual([4, 'That is all.']);

    // The next row, then the one before, then the heading of what is empty now.
    for (const [name, next] of [
      ['key 2', 'Revoke key 1'],
      ['key 1', 'Revoke key 3'],
      ['key 3', 'API keys'],
    ]) {
      await button(page, `Revoke ${name}`).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).focus();
      await page.keyboard.press('Enter');
      await page.getByText(`The key ${name} is revoked.`).waitFor();
      await expect.poll(() => focused(page)).toBe(next);
    }
  });

  test('can be tried again when the service says so, which is said, and again when the time has come', async () => {
    const page = await browser.page();
    await page.clock.install();
    await page.route('**/secrets?*', (route) =>
      route.fulfill({
        status: 429,
        headers: { 'retry-after': '90', 'content-type': 'application/json' },
        body: JSON.stringify({ detail: 'Too many.', error_code: 'too_many_requests', request_id: 'req_1' }),
      }),
    );
    await signInAt(page, here.alice, '/secrets');
    const alert = page.getByRole('alert').filter({ hasText: 'Too many requests at once.' });
    await alert.getByText('You can try again in 1 minute.').waitFor();
    await page.clock.fastForward('01:31');
    await alert.getByText('You can try again now.').waitFor();
    await page.unroute('**/secrets?*');
    await button(page, 'Try again').click();
    await page.getByText('There are no secrets in this project yet.').waitFor();
    expect(await alert.count()).toBe(0);
  });
});
