import { beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../../support/browser.ts';
import { turnsOf } from '../../support/console.ts';
import { firstWord, opened, streamed } from '../../support/console-speed.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1. */

const here = inArtel();
beforeAll(async () => {
  await here.alice.call('POST', '/my/agents', { name: 'helper', system_prompt: 'You help.' });
});

/** Milliseconds that no task may take, on a machine that does much else; the benchmark `console` has the figures. */
const STANDSTILL = 400;
const tooLong = (tasks: number[]) => tasks.filter((milliseconds) => milliseconds > STANDSTILL);

describeInBrowser('how quick the page is', (browser) => {
  test('a hundred words a second are drawn as they come, and the page answers meanwhile', async () => {
    const page = await browser.page();
    const { longTasks, behind } = await streamed(page, here.alice);
    expect(tooLong(longTasks)).toEqual([]);
    expect(behind).toBeLessThan(1_000);
    const shown = (await turnsOf(page).textContent()) ?? '';
    const words = [...shown.matchAll(/w(\d+)/g)].map(([, word]) => Number(word));
    expect(words).toEqual(Array.from({ length: 300 }, (_, word) => word));
  });

  test('a chat of two thousand messages draws the newest, and earlier ones when they are asked for', async () => {
    const page = await browser.page();
    const { drawn, elements, longTasks } = await opened(page, here.alice);
    expect(drawn).toBeLessThanOrEqual(40);
    expect(elements).toBeLessThan(3_000);
    expect(tooLong(longTasks)).toEqual([]);
    await expect(turnsOf(page).last().textContent()).resolves.toContain('Question 1000');
    await page.getByRole('button', { name: 'Show earlier messages' }).click();
    await expect.poll(() => turnsOf(page).count(), { timeout: 10_000 }).toBe(80);
    await expect(turnsOf(page).first().textContent()).resolves.toContain('Question 921');
  });

  test('the first word of an answer is shown at once', async () => {
    // Once before, so that no function is cold.
    here.artel.model.always({ text: 'Here.' });
    const { session } = await here.alice.chat();
    await here.alice.ask(session, 'Speak.', { target_agent: 'helper' });
    const t = await firstWord(await browser.page(), here.alice, 'Here.');
    expect(t).toBeLessThan(3_000);
  });
});
