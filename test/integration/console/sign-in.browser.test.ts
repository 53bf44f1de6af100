import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PASSWORD } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { button, inEnglish, problemsOf, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1. */

const here = inArtel();
const consoleAt = (path = '') => `${here.artel.cloud.url}/console${path}`;
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1, exact: true });
const chatOf = async (who: typeof here.alice, title: string): Promise<string> =>
  (await who.call<{ id: string }>('POST', '/my/chat/sessions', { title })).body.id;

describeInBrowser('who is signed in', (browser) => {
  test('a link to a chat shows it after the sign-in, and loading the page again keeps both', async () => {
    const chat = await chatOf(here.alice, 'Deep in the forest');
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await signInAt(page, here.alice, `/chat/${chat}`);
    await heading(page, 'Deep in the forest').waitFor();
    await page.reload();
    await heading(page, 'Deep in the forest').waitFor();
    expect(page.url()).toBe(consoleAt(`/chat/${chat}`));
    // Nothing that could be stolen is kept where a script can read it.
    expect(await page.evaluate('JSON.stringify([document.cookie, Object.entries(localStorage).sort()])')).toBe(
      JSON.stringify([
        '',
        [
          ['artel-language', 'en'],
          ['artel-signed-in', 'yes'],
        ],
      ]),
    );
    expect(problems).toEqual([]);
  });

  test('a service that cannot say who is signed in makes nobody sign in again', async () => {
    const chat = await chatOf(here.alice, 'Patience');
    const page = await browser.page();
    await signInAt(page, here.alice, `/chat/${chat}`);
    await heading(page, 'Patience').waitFor();
    await page.route('**/auth/refresh', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/json',
        body: JSON.stringify({ detail: 'Not now.', error_code: 'unavailable', request_id: 'req_1' }),
      }),
    );
    await page.reload();
    await page.getByRole('alert').getByText('A part of the service is not available just now.').waitFor();
    await page.reload();
    await page.getByRole('alert').getByText('A part of the service is not available just now.').waitFor();
    await page.unroute('**/auth/refresh');
    await button(page, 'Try again').click();
    await heading(page, 'Patience').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('two tabs renew their sign-in at the same moment, and both go on', async () => {
    const context = await browser.context();
    await context.addInitScript('{ const now = Date.now; Date.now = () => now() + (window.ahead ?? 0); }');
    const [one, other] = [await context.newPage(), await context.newPage()] as const;
    await signInAt(one, here.alice);
    await inEnglish(other);
    await other.goto(consoleAt());
    await button(other, 'New chat').waitFor();
    const renewals: number[] = [];
    context.on('response', (response) => {
      if (response.url().endsWith('/auth/refresh')) renewals.push(response.status());
    });
    // Each renewal is held until the other tab wants its own: it may ask the browser for its turn, and not yet the service.
    let [underWay, most] = [0, 0];
    const waiting = () => one.evaluate<number>('navigator.locks.query().then(({ pending }) => pending.length)');
    await context.route('**/auth/refresh', async (route) => {
      underWay += 1;
      most = Math.max(most, underWay);
      const isWanted = async (): Promise<boolean> => most > 1 || renewals.length > 0 || (await waiting()) > 0;
      await expect.poll(isWanted).toBe(true);
      const answered = route.request().response();
      await route.continue();
      await answered;
      underWay -= 1;
    });
    // A quarter of an hour later by the clocks of both pages, each access token has expired.
    const tabs = [one, other];
    await Promise.all(tabs.map((tab) => tab.evaluate('window.ahead = 15 * 60_000')));
    await Promise.all(tabs.map((tab) => button(tab, 'New chat').click()));
    await Promise.all(tabs.map((tab) => tab.getByText('There are no agents in this project yet.').waitFor()));
    expect([renewals, most]).toEqual([[200, 200], 1]);
    await context.unroute('**/auth/refresh');
    await one.reload();
    await button(one, 'New chat').waitFor();
  });

  test('signing out in one tab signs the other out, and what it showed is gone', async () => {
    const chat = await chatOf(here.alice, 'For my eyes');
    const context = await browser.context();
    const [one, other] = [await context.newPage(), await context.newPage()] as const;
    await signInAt(one, here.alice);
    await inEnglish(other);
    await other.goto(consoleAt(`/chat/${chat}`));
    await heading(other, 'For my eyes').waitFor();
    await button(one, 'Sign out').click();
    for (const tab of [one, other]) await button(tab, 'Sign in').waitFor();
    expect(await other.locator('body').innerText()).not.toContain('For my eyes');
    const cookies = (await context.cookies(`${here.artel.cloud.url}/auth`)).map(({ name }) => name);
    expect(cookies).not.toContain('artel_refresh');
    await other.reload();
    await button(other, 'Sign in').waitFor();
    // Whoever signs in again in one is signed in in the other, where they were.
    await signInAt(one, here.alice);
    await heading(other, 'For my eyes').waitFor();
  });

  test('whoever signs in after another at the same page sees nothing of what that one was told', async () => {
    const [heidi, ivan] = [await here.artel.register('heidi'), await here.artel.register('ivan')];
    await heidi.call('POST', '/my/projects', { name: 'heidis-plans' });
    const page = await browser.page();
    await signInAt(page, heidi);
    await page.getByText('heidis-plans').first().waitFor({ state: 'attached' });
    await button(page, 'Sign out').click();
    await button(page, 'Sign in').waitFor();
    // The list of projects is not answered any more: what is shown now was known before.
    await page.route('**/my/projects?*', () => undefined);
    await page.getByLabel('E-mail address').fill(ivan.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await button(page, 'Sign in').click();
    await button(page, 'New chat').waitFor();
    expect(await page.content()).not.toContain('heidis-plans');
  });

  test('a sign-in that was ended elsewhere ends here too, with the place kept in the address', async () => {
    const erin = await here.artel.register('erin');
    const chat = await chatOf(erin, 'Interrupted');
    const page = await browser.page();
    await signInAt(page, erin, `/chat/${chat}`);
    await heading(page, 'Interrupted').waitFor();
    expect((await erin.call('DELETE', '/my/sign-ins')).status).toBeLessThan(300);
    // By its next request the page hears of it, if it has not by then.
    await button(page, 'New chat').evaluateAll((found) => {
      for (const one of found) (one as unknown as { click(): void }).click();
    });
    await button(page, 'Sign in').waitFor();
    expect(page.url()).toBe(consoleAt(`/chat/${chat}`));
  });

  test('two people side by side see only their own', async () => {
    const [frank, grace] = [await here.artel.register('frank'), await here.artel.register('grace')];
    const ofFrank = await chatOf(frank, 'Of Frank');
    await chatOf(grace, 'Of Grace');
    await frank.call('POST', '/my/agents', { name: 'franks-helper', system_prompt: 'You help.' });
    const [left, right] = [await browser.page(), await browser.page()];
    await Promise.all([signInAt(left, frank), signInAt(right, grace)]);
    await left.getByRole('link', { name: 'Of Frank' }).waitFor();
    await right.getByRole('link', { name: 'Of Grace' }).waitFor();
    await right.keyboard.press('Control+k');
    await right.getByRole('combobox', { name: 'Where to?' }).fill('r');
    await right.getByRole('option', { name: /^Of Grace/ }).waitFor();
    const offered = await right.getByRole('listbox').innerText();
    expect(offered).not.toMatch(/frank/i);
    await right.goto(consoleAt(`/chat/${ofFrank}`));
    await right.getByText('There is nothing at this address.').waitFor();
    await right.getByRole('link', { name: 'Of Grace' }).waitFor();
    const shown = await right.locator('body').innerText();
    expect(shown).toContain('Of Grace');
    expect(shown).not.toMatch(/frank/i);
  });
});
