import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from '../../support/accessibility.ts';
import { administratorIn } from '../../support/administrator.ts';
import type { Person } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { overflowOf, problemsOf, signInAt } from '../../support/console.ts';
import { fillAccount } from '../../support/filled-account.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB2. */

const here = inArtel();
let root: Person;
let chat: string;

beforeAll(async () => {
  here.artel.model.always({ text: 'It is **840**.\n\n| what | euros |\n| --- | --- |\n| a room | 840 |' });
  root = await administratorIn(here.artel, here.operator);
  ({ chat } = await fillAccount(root));
});

type View = { width: number; theme: 'light' | 'dark'; language: 'en' | 'ru' };
const VIEWS: View[] = [
  { width: 1280, theme: 'light', language: 'en' },
  { width: 320, theme: 'dark', language: 'ru' },
  { width: 1280, theme: 'dark', language: 'ru' },
  { width: 320, theme: 'light', language: 'en' },
];

/** Waits until nothing is on its way, and says what is wrong with what is shown then. */
const faultsOf = async (page: Page, where: string): Promise<string[]> => {
  await expect.poll(() => page.locator('.spinner').count()).toBe(0);
  const overflow = await overflowOf(page);
  const headings = await page.locator('h1:visible').count();
  return [
    ...(await violationsOn(page)),
    ...(overflow > 0 ? [`${overflow} pixels too wide`] : []),
    ...(headings === 1 ? [] : [`${headings} headings of the first level`]),
  ].map((fault) => `${where}: ${fault}`);
};

const prefer = ({ theme, language }: View): string =>
  `localStorage.setItem('artel-theme', '${theme}'); localStorage.setItem('artel-language', '${language}')`;

describeInBrowser('what a program can check of accessibility', (browser) => {
  const opened = async (view: View, who: Person, at: string): Promise<Page> => {
    const page = await browser.page();
    await page.setViewportSize({ width: view.width, height: 800 });
    await signInAt(page, who, at);
    await page.addInitScript(prefer(view));
    await page.reload();
    await page.locator('main h1').waitFor();
    return page;
  };

  test.each(VIEWS)('each form of the way in: $width pixels, $theme, $language', async (view) => {
    const page = await browser.page();
    const problems = problemsOf(page, here.artel.cloud.url);
    await page.setViewportSize({ width: view.width, height: 800 });
    await page.addInitScript(prefer(view));
    await page.goto(`${here.artel.cloud.url}/console`);
    const ways = page.locator('.ways button');
    await ways.first().waitFor();
    const faults = await faultsOf(page, 'password');
    for (let way = 0; way < 3; way += 1) {
      await ways.nth(way).click();
      faults.push(...(await faultsOf(page, `way ${way}`)));
    }
    await page.goto(`${here.artel.cloud.url}/console/link#reset=abc`);
    await page.locator('main form').waitFor();
    faults.push(...(await faultsOf(page, 'link')));
    expect(faults).toEqual([]);
    expect(problems).toEqual([]);
  });

  describe.each(VIEWS)('$width pixels, $theme, $language', (view) => {
    test('each screen of the navigation, with something in it', async () => {
      const page = await opened(view, root, '/chat');
      const problems = problemsOf(page, here.artel.cloud.url);
      expect(await faultsOf(page, 'first')).toEqual([]);
      const links = await page.locator('nav.navigation a').evaluateAll((all) => all.map((one) => String(one.href)));
      expect(links.length).toBeGreaterThan(15);
      const faults: string[] = [];
      for (const address of links) {
        const { pathname } = new URL(address);
        if (view.width < 800) await page.locator('header.top .button').first().click();
        await page.locator(`nav.navigation a[href="${pathname}"]`).click();
        await page.waitForURL(address);
        await page.locator('main h1').waitFor();
        await page.waitForLoadState('networkidle');
        faults.push(...(await faultsOf(page, pathname)));
        expect(await page.locator('nav.navigation a[aria-current=page]').getAttribute('href')).toBe(pathname);
      }
      expect(faults).toEqual([]);
      expect(problems).toEqual([]);
    });

    test('a chat, the palette, a dialog and the menu', async () => {
      const page = await opened(view, root, `/chat/${chat}`);
      await page.locator('.turns > li').last().waitFor();
      for (const step of await page.locator('.turns details').all())
        await step.evaluate((one) => one.setAttribute('open', ''));
      const faults = await faultsOf(page, 'chat');
      await page.keyboard.press('Control+k');
      await page.locator('dialog [role=option]').first().waitFor();
      faults.push(...(await faultsOf(page, 'palette')));
      await page.keyboard.press('Escape');
      for (const action of await page.locator('.page-actions button').all()) {
        await action.click();
        await page.locator('dialog[open]').waitFor();
        faults.push(...(await faultsOf(page, 'dialog')));
        await page.keyboard.press('Escape');
        await page.locator('dialog[open]').waitFor({ state: 'detached' });
      }
      if (view.width < 800) {
        await page.locator('header.top .button').first().click();
        await page.locator('nav.navigation').waitFor();
        faults.push(...(await faultsOf(page, 'menu')));
      }
      expect(faults).toEqual([]);
    });
  });

  test('each screen of somebody who has nothing yet', async () => {
    const view: View = { width: 320, theme: 'light', language: 'en' };
    const page = await opened(view, await here.artel.register('newcomer'), '/chat');
    const links = await page.locator('nav.navigation a').evaluateAll((all) => all.map((one) => String(one.href)));
    const faults: string[] = [];
    for (const address of links) {
      await page.goto(address);
      await page.locator('main h1').waitFor();
      await page.waitForLoadState('networkidle');
      faults.push(...(await faultsOf(page, new URL(address).pathname)));
    }
    expect(faults).toEqual([]);
    await page.goto(`${here.artel.cloud.url}/console/nowhere`);
    await page.locator('main h1').waitFor();
    expect(await faultsOf(page, 'nowhere')).toEqual([]);
  });
});
