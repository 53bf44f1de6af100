import type { BrowserContext, Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { PASSWORD } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { button, inEnglish, signInAt } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1. */

const here = inArtel();
vi.setConfig({ testTimeout: 120_000 });

const note = (page: Page) => page.getByRole('alert').filter({ hasText: 'this device is still signed in' });
const isKept = async (context: BrowserContext): Promise<boolean> =>
  (await context.cookies(`${here.artel.cloud.url}/auth`)).some(({ name }) => name === 'artel_refresh');

describeInBrowser('whoever signs out', (browser) => {
  test('without a network is told that the device is still signed in, sees nothing of theirs, and is signed out once there is one', async () => {
    const uma = await here.artel.register('uma');
    const made = await uma.call<{ id: string }>('POST', '/my/chat/sessions', { title: 'For my eyes' });
    const context = await browser.context();
    const [page, other] = [await context.newPage(), await context.newPage()] as const;
    await signInAt(page, uma, `/chat/${made.body.id}`);
    await page.getByRole('heading', { name: 'For my eyes', level: 1 }).waitFor();
    await inEnglish(other);
    await other.goto(`${uma.url}/console`);
    await button(other, 'New chat').waitFor();
    await context.setOffline(true);
    await button(page, 'Sign out').click();
    for (const tab of [page, other]) {
      await note(tab).waitFor();
      await button(tab, 'Sign in').waitFor();
      const shown = await tab.content();
      for (const text of ['For my eyes', uma.email]) expect(shown).not.toContain(text);
    }
    await button(note(page), 'Try again').click();
    await note(page).getByText('It did not work this time either.').waitFor();
    expect(await isKept(context)).toBe(true);

    await context.setOffline(false);
    for (const tab of [page, other]) await note(tab).waitFor({ state: 'detached' });
    await expect.poll(() => isKept(context)).toBe(false);
    await page.reload();
    await button(page, 'Sign in').waitFor();
    expect(await note(page).count()).toBe(0);
  });

  test('of a service that fails is signed out when the page is loaded again, or by trying again', async () => {
    const vera = await here.artel.register('vera');
    const context = await browser.context();
    const page = await context.newPage();
    await signInAt(page, vera);
    const failing = (fails: boolean) =>
      fails
        ? context.route('**/auth/logout', (route) =>
            route.fulfill({ status: 503, json: { error_code: 'unavailable' } }),
          )
        : context.unroute('**/auth/logout');
    await failing(true);
    await button(page, 'Sign out').click();
    await note(page).waitFor();
    await page.reload();
    await note(page).waitFor();
    await failing(false);
    await button(note(page), 'Try again').click();
    await page.getByText('The sign-in on this device is ended.').waitFor();
    await note(page).waitFor({ state: 'detached' });
    expect(await isKept(context)).toBe(false);

    await signInAt(page, vera);
    await failing(true);
    await button(page, 'Sign out').click();
    await note(page).waitFor();
    await failing(false);
    await page.reload();
    await page.getByText('The sign-in on this device is ended.').waitFor();
    expect(await isKept(context)).toBe(false);
  });

  test('and could not, does not sign out whoever signs in next', async () => {
    const [walt, xena] = [await here.artel.register('walt'), await here.artel.register('xena')];
    const context = await browser.context();
    const page = await context.newPage();
    await signInAt(page, walt);
    let attempts = 0;
    await context.route('**/auth/logout', (route) => {
      attempts += 1;
      return route.abort();
    });
    await button(page, 'Sign out').click();
    await note(page).waitFor();
    const enter = async (password: string): Promise<void> => {
      await page.getByLabel('E-mail address').fill(xena.email);
      await page.getByLabel('Password').fill(password);
      await button(page, 'Sign in').click();
    };
    // Whoever fails to is not the next one.
    await enter('a wrong password');
    await page.getByText('The e-mail address or the password is wrong.', { exact: false }).waitFor();
    await note(page).waitFor();
    await enter(PASSWORD);
    await button(page, 'New chat').waitFor();
    const before = attempts;
    // An attempt would take its turn before this one.
    await page.evaluate(
      "dispatchEvent(new Event('online')); navigator.locks.request('artel-sign-in', () => undefined)",
    );
    await page.reload();
    await page.getByText(`Signed in as ${xena.email}`).waitFor();
    expect([attempts, await isKept(context)]).toEqual([before, true]);
  });
});
