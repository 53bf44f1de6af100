import { beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../../support/browser.ts';
import { turnsOf } from '../../support/console.ts';
import { firstWord, opened, slownessOf, streamed } from '../../support/console-speed.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1. */

const here = inArtel();
beforeAll(async () => {
  await here.alice.call('POST', '/my/agents', { name: 'helper', system_prompt: 'You help.' });
});

/** Milliseconds that no task may take, and so many times that where the machine does much else; the benchmark `console` has the figures. */
const STANDSTILL = 400;
const tooLong = (tasks: number[], slowness: number) => tasks.filter((one) => one > STANDSTILL * slowness);

// What comes too late once may be the machine's fault, and not each time.
describeInBrowser('how quick the page is', (browser) => {
  test('a hundred words a second are drawn as they come, and the page answers meanwhile', { retry: 2 }, async () => {
    const page = await browser.page();
    const { longTasks, behind } = await streamed(page, here.alice);
    const slowness = await slownessOf(page);
    expect(tooLong(longTasks, slowness)).toEqual([]);
    expect(behind).toBeLessThan(1_000 * slowness);
    const shown = (await turnsOf(page).textContent()) ?? '';
    const words = [...shown.matchAll(/w(\d+)/g)].map(([, word]) => Number(word));
    expect(words).toEqual(Array.from({ length: 300 }, (_, word) => word));
  });

  test('a chat of two thousand messages draws the newest, and earlier ones when they are asked for', {
    retry: 2,
  }, async () => {
    const page = await browser.page();
    const { drawn, elements, longTasks } = await opened(page, here.alice);
    expect(drawn).toBeLessThanOrEqual(40);
    expect(elements).toBeLessThan(3_000);
    expect(tooLong(longTasks, await slownessOf(page))).toEqual([]);
    await expect(turnsOf(page).last().textContent()).resolves.toContain('Question 1000');
    await page.getByRole('button', { name: 'Show earlier messages' }).click();
    await expect.poll(() => turnsOf(page).count()).toBe(80);
    await expect(turnsOf(page).first().textContent()).resolves.toContain('Question 921');
  });

  test('the first word of an answer is shown at once', { retry: 2 }, async () => {
    // Once before, so that no function is cold.
    here.artel.model.always({ text: 'Here.' });
    const { session } = await here.alice.chat();
    await here.alice.ask(session, 'Speak.', { target_agent: 'helper' });
    const page = await browser.page();
    const milliseconds = await firstWord(page, here.alice, 'Here.');
    expect(milliseconds).toBeLessThan(3_000 * (await slownessOf(page)));
  });
});
