import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PASSWORD, type Person } from '../support/artel.ts';

export type View = { name: string; width: number; height: number; theme: 'light' | 'dark'; language: 'en' | 'ru' };
type Wanted = { view: View; person: Person; folder: string; only: readonly string[] };

/** Milliseconds within which a screen has what it shows, or is shown as it then is. */
const PATIENCE = 5_000;
/** And for what is drawn of an answer. */
const A_MOMENT = 300;

/** Pictures of the ways in, of each screen, of the first thing in each list, and of the tabs of both. Answers their names. */
export const picturesOf = async (browser: Browser, { view, person, folder, only }: Wanted): Promise<string[]> => {
  const { width, height, theme, language } = view;
  const context = await browser.newContext({ viewport: { width, height } });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(
    `localStorage.setItem('artel-theme', '${theme}'); localStorage.setItem('artel-language', '${language}');`,
  );
  const page = await context.newPage();
  const taken: string[] = [];
  const take = async (name: string): Promise<void> => {
    await settled(page);
    // What stays at the top of the window would stand in the middle of the picture.
    await page.evaluate('scrollTo(0, 0)');
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    taken.push(name);
  };
  const isWanted = (name: string): boolean => only.length === 0 || only.includes(name);
  const home = `${person.url}/console`;
  await page.goto(home);
  if (isWanted('sign-in')) await waysIn(page, take);
  await page.goto(home);
  await page.locator('input[type=email]').fill(person.email);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.locator('nav.navigation').waitFor({ state: 'attached' });
  const links = page.locator('nav.navigation a');
  const screens = await links.evaluateAll((all) => all.map((one) => String(one.href).split('/').at(-1) ?? ''));
  for (const name of screens.filter(isWanted)) {
    await page.goto(`${home}/${name}`);
    await take(name);
    await tabsOf(page, name, take);
    const things = page.locator(`main a[href^="/console/${name}/"]`);
    if ((await things.count()) === 0) continue;
    // The chat with the most in it is the oldest.
    await (name === 'chat' ? things.last() : things.first()).click();
    await take(`${name}-item`);
    await tabsOf(page, `${name}-item`, take);
  }
  if (isWanted('palette')) {
    await page.goto(home);
    await settled(page);
    await page.keyboard.press('Control+k');
    await page.locator('dialog[open]').waitFor();
    await take('palette');
  }
  if (isWanted('menu') && width < 800) {
    await page.goto(home);
    await settled(page);
    await page.locator('header.top button').first().click();
    await take('menu');
  }
  await context.close();
  return taken;
};

type Take = (name: string) => Promise<void>;

const waysIn = async (page: Page, take: Take): Promise<void> => {
  await take('sign-in');
  for (let way = 0; way < 3; way += 1) {
    await page.locator('.ways button').nth(way).click();
    await take(`sign-in-${way + 1}`);
  }
};

const tabsOf = async (page: Page, name: string, take: Take): Promise<void> => {
  const tabs = page.locator('main .tabs button');
  for (let tab = 1; tab < (await tabs.count()); tab += 1) {
    await tabs.nth(tab).click();
    await take(`${name}-tab-${tab}`);
  }
};

/** Until nothing is asked any more and nothing turns; a chat that is followed never comes to rest, and is taken as it is. */
const settled = async (page: Page): Promise<void> => {
  await page.locator('main h1').waitFor();
  await page
    .waitForLoadState('networkidle')
    .then(() => page.locator('.spinner').first().waitFor({ state: 'detached' }))
    .catch((thrown: Error) => {
      if (thrown.name !== 'TimeoutError') throw thrown;
    });
  await page.waitForTimeout(A_MOMENT);
};
