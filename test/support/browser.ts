import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterEach, beforeAll, describe } from 'vitest';

/** Debian's. Another one by the variable. */
export const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const isThere = existsSync(EXECUTABLE);

/** As root, as in most containers, the browser refuses its own sandbox. */
export const ARGUMENTS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Milliseconds until something that does not appear is taken for missing, on a busy machine too. */
const PATIENCE = 40_000;

export type InBrowser = {
  /** A profile of its own: no cookies, nothing stored. It is closed after the test. */
  context(): Promise<BrowserContext>;
  page(): Promise<Page>;
};

let shared: Promise<Browser> | undefined;

/** The one of this process: a start takes longer than many a test, and profiles have nothing of each other. It ends with the process. */
const launched = async (): Promise<Browser> => {
  const browser = await shared;
  if (browser?.isConnected()) return browser;
  shared = chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
  return shared;
};

/** Tests in a real browser; where there is none they are skipped, and their title says so. */
export const describeInBrowser = (title: string, tests: (browser: InBrowser) => void): void => {
  if (!isThere) {
    describe.skip(`${title} (skipped: no browser at ${EXECUTABLE})`, () => tests({} as InBrowser));
    return;
  }
  describe(title, () => {
    let browser: Browser;
    const open: BrowserContext[] = [];
    beforeAll(async () => {
      browser = await launched();
    });
    afterEach(async () => {
      await Promise.all(open.splice(0).map((context) => context.close()));
    });
    const context = async (): Promise<BrowserContext> => {
      const made = await browser.newContext();
      // Sooner than the test's own end, so that what was waited for is named.
      made.setDefaultTimeout(PATIENCE);
      open.push(made);
      return made;
    };
    tests({ context, page: async () => (await context()).newPage() });
  });
};

/** What runs in a page, which is written in another world than this one: its values are handed over as JSON. */
export const inPage = (text: TemplateStringsArray, ...values: unknown[]): string =>
  `(async () => {${String.raw({ raw: text.raw }, ...values.map((value) => JSON.stringify(value)))}})()`;
