import type { Locator, Page } from 'playwright-core';
import { PASSWORD, type Person } from './artel.ts';

/** Texts of the console are looked up in English, whatever the browser of the machine speaks. */
export const inEnglish = async (page: Page): Promise<void> => {
  await page.addInitScript("localStorage.setItem('artel-language', 'en');");
};

/**
 * Signs a person in through the page's own form. `at`: the place they wanted to go to, as in `/console/chat`; it stays in the
 * address. What goes wrong in the page afterwards fails the test, by `problemsOf`.
 */
export const signInAt = async (page: Page, { url, email }: Person, at = ''): Promise<void> => {
  await inEnglish(page);
  await page.goto(`${url}/console${at}`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  // On a narrow screen it is folded away.
  await page.locator('nav.navigation').waitFor({ state: 'attached' });
};

/** What a page says went wrong in it, as it happens: errors, broken rules of its policy, requests to somebody else. */
export const problemsOf = (page: Page, origin: string): string[] => {
  const problems: string[] = [];
  page.on('console', (message) => {
    // A refused request is an answer like another: the page shows it.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (asked !== origin && protocol !== 'data:' && protocol !== 'blob:') problems.push(`asked ${request.url()}`);
  });
  return problems;
};

export const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Begins a chat whose next messages go to the agent of this label. */
export const beginChat = async (page: Page, agent: string): Promise<void> => {
  const before = page.url();
  await button(page, 'New chat').click();
  // Until then the chat is shown that was there before.
  await page.waitForURL(({ href }) => href !== before);
  await page.getByLabel('To', { exact: true }).selectOption({ label: agent });
};

export const say = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('textbox', { name: 'Message' }).press('Enter');
};

/** The messages of the chat that is shown, each with what it led to. */
export const turnsOf = (page: Page): Locator => page.locator('.turns > li');

/** How many pixels the page is wider than the window: 0 as it should be. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
