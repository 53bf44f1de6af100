import { chromium } from 'playwright-core';
import { startArtel } from '../support/artel.ts';
import { ARGUMENTS, EXECUTABLE } from '../support/browser.ts';
import { firstWord, opened, streamed } from '../support/console-speed.ts';
import { median, ms, print, table } from './figures.ts';
import { figure, type Result } from './results/result.ts';

const RUNS = 5;
const longest = (tasks: readonly number[]): number => Math.max(0, ...tasks);

/** What a person waits for in the console: the first word of an answer, words as they come, a long chat. */
export const console = async (): Promise<Result[]> => {
  const artel = await startArtel();
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
  const each = async <T>(measure: (page: Awaited<ReturnType<typeof browser.newPage>>) => Promise<T>): Promise<T[]> => {
    const measured: T[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const page = await browser.newPage();
      measured.push(await measure(page));
      await page.close();
    }
    return measured;
  };
  try {
    artel.model.always({ text: 'Here.' });
    const alice = await artel.register('alice');
    const { session } = await alice.chat();
    await alice.ask(session, 'Speak.', { target_agent: 'helper' });
    const words = await each((page) => firstWord(page, alice, 'Here.'));
    const streams = await each((page) => streamed(page, alice));
    const chats = await each((page) => opened(page, alice));
    const all = streams.flatMap(({ longTasks }) => longTasks);
    table('The console in a browser', [
      ['', 'p50', 'longest task'],
      ['from Enter to the first word', ms(median(words)), ''],
      ['100 words a second for 3 s', '', ms(longest(all))],
      ...[chats.map(({ milliseconds }) => milliseconds)].map((taken) => [
        'a chat of 2,000 messages until its newest is shown',
        ms(median(taken)),
        ms(longest(chats.flatMap(({ longTasks }) => longTasks))),
      ]),
    ]);
    print(`  tasks over 50 ms in ${RUNS} streams: ${all.length}; turns drawn of 1,000: ${chats[0]?.drawn}`);
    return [
      figure('console: from Enter to the first word, p50', median(words), 'ms'),
      figure('console: longest task while 100 words a second come', longest(all), 'ms'),
      figure('console: a chat of 2,000 messages is shown, p50', median(chats.map((one) => one.milliseconds)), 'ms'),
    ];
  } finally {
    await browser.close();
    await artel.stop();
  }
};
