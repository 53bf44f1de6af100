import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../../support/artel.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { inEnglish, turnsOf } from '../../support/console.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB2. */

const here = inArtel();
beforeAll(async () => {
  await here.alice.call('POST', '/my/agents', { name: 'helper', system_prompt: 'You help.' });
  await here.alice.call('POST', '/my/chat/sessions', { title: 'By hand' });
  here.artel.model.always({ text: 'Well done.' });
});

type Focused = { name: string; visible: boolean };
/** What the next key goes to: its text or label, and whether a person sees that it has the focus and where it is. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate<Focused>(`(() => {
    const one = document.activeElement;
    const { width, height, top, bottom, left } = one.getBoundingClientRect();
    const isInView = width > 0 && height > 0 && bottom > 0 && top < innerHeight && left >= 0;
    const isCovered = !one.contains(document.elementFromPoint(left + width / 2, Math.min(top + height / 2, innerHeight - 1)));
    const name = one.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? one.textContent;
    return { name: name.trim(), visible: isInView && !isCovered && getComputedStyle(one).outlineStyle !== 'none' };
  })()`);

/** Presses Tab until the control of this name has the focus; each one on the way can be seen. */
const tabTo = async (page: Page, name: string | RegExp, most = 60): Promise<void> => {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    expect(at).toMatchObject({ visible: true });
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) return;
  }
  throw new Error(`Tab does not lead to ${name}.`);
};

describeInBrowser('with the keyboard alone', (browser) => {
  test.each([1280, 320])('one signs in, goes to a chat, writes and answers a dialog, %i pixels wide', async (width) => {
    const page = await browser.page();
    await page.setViewportSize({ width, height: 800 });
    await inEnglish(page);
    await page.goto(`${here.artel.cloud.url}/console`);
    await page.getByLabel('E-mail address').waitFor();
    await tabTo(page, 'E-mail address');
    await page.keyboard.type(here.alice.email);
    await tabTo(page, 'Password');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Chat', level: 1 }).waitFor();

    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Go to' }).waitFor();
    await page.keyboard.type('by hand');
    await page.getByRole('option', { name: /By hand/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Go to' }).waitFor();
    await page.keyboard.type('hand');
    await page.getByRole('option', { name: /By hand/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'By hand', level: 1 }).waitFor();

    // The field for the message has the focus already.
    await expect.poll(async () => (await focused(page)).name).toBe('Message');
    await tabTo(page, 'To');
    await page.keyboard.press('h');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('Look, no hands!');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('And a second line.');
    await page.keyboard.press('Enter');
    await turnsOf(page).last().getByText('Well done.').waitFor();
    expect(await turnsOf(page).last().locator('.said').textContent()).toBe('Look, no hands!\nAnd a second line.');

    // The first thing on the page leads past the navigation.
    await page.reload();
    await page.getByRole('heading', { name: 'By hand', level: 1 }).waitFor();
    await page.evaluate("document.querySelector('.skip').focus()");
    expect(await focused(page)).toEqual({ name: 'Skip to the content', visible: true });
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('content');
    await tabTo(page, 'Rename');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Rename' }).waitFor();
    // Inside the dialog, whatever is pressed.
    for (let pressed = 0; pressed < 6; pressed += 1) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          "document.activeElement === document.body || document.activeElement.closest('dialog') !== null",
        ),
      ).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // A dialog that the browser closed is taken away a moment later.
    await expect.poll(() => focused(page)).toEqual({ name: 'Rename', visible: true });
  });

  test('on a narrow screen the menu opens, leads on, and closes by itself or with Escape', async () => {
    const page = await browser.page();
    await page.setViewportSize({ width: 320, height: 700 });
    await inEnglish(page);
    await page.goto(`${here.artel.cloud.url}/console/chat`);
    await page.getByLabel('E-mail address').fill(here.alice.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Chat', level: 1 }).waitFor();
    await page.evaluate("document.querySelector('.skip').focus()");
    await tabTo(page, 'Menu');
    await page.keyboard.press('Enter');
    const menu = page.getByRole('button', { name: 'Menu' });
    await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByRole('navigation', { name: 'Navigation' }).waitFor({ state: 'hidden' });
    await expect.poll(async () => (await focused(page)).name).toBe('Menu');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Profile');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Profile', level: 1 }).waitFor();
    await page.getByRole('navigation', { name: 'Navigation' }).waitFor({ state: 'hidden' });
  });
});
