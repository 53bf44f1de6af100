import type { Page } from 'playwright-core';
import type { Person } from './artel.ts';
import { beginChat, say, signInAt, turnsOf } from './console.ts';

/** Milliseconds of each task of the page that kept it from answering for more than 50. */
export type LongTasks = number[];

/** Replaces answers of the API in the page, which then are there without a network: what is measured is the page alone. */
const REPLACED = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask' });
  globalThis.replaced = new Map();
  const send = fetch;
  globalThis.fetch = (input, init) => {
    const { pathname, searchParams } = new URL(String(input), location.href);
    const answer = replaced.get(pathname.split('/').at(-1));
    return answer ? Promise.resolve(answer(searchParams, init)) : send(input, init);
  };
  globalThis.event = (id, event_type, payload) =>
    JSON.stringify({ event_id: id, event_type, session_id: 'ses_1', timestamp: new Date().toISOString(), payload }) + '\\n';
`;

const longTasksOf = (page: Page): Promise<LongTasks> => page.evaluate<LongTasks>('longTasks.splice(0)');

/**
 * How much longer the page's work takes than it must, for all the machine does beside it: about 1 on one that does nothing else.
 * The quickest of many equal moments is nearly undisturbed.
 */
export const slownessOf = (page: Page): Promise<number> =>
  page.evaluate<number>(`(() => {
    const moments = Array.from({ length: 40 }, () => {
      const began = performance.now();
      for (let turn = 0, sum = 0; turn < 2_000_000; turn += 1) sum += turn % 7;
      return performance.now() - began;
    }).slice(5);
    return moments.reduce((sum, one) => sum + one, 0) / moments.length / Math.min(...moments);
  })()`);

export type Streamed = { words: number; longTasks: LongTasks; behind: number };

/** An answer of that many events a second, for some seconds: what the page does while it comes, and how long it is behind at its end. */
export const streamed = async (page: Page, who: Person, { perSecond = 100, seconds = 3 } = {}): Promise<Streamed> => {
  await page.addInitScript(REPLACED);
  await signInAt(page, who);
  const words = perSecond * seconds;
  await page.evaluate(`replaced.set('events', (asked, { signal }) => new Response(new ReadableStream({
    async start(out) {
      const text = new TextEncoder();
      const tell = (...about) => out.enqueue(text.encode(event(...about)));
      signal.addEventListener('abort', () => { out.error(signal.reason); });
      if (asked.get('last_event_id') !== '0') return;
      const ids = { run_id: 'run_1', task_id: 'tsk_1' };
      tell(1, 'message_created', { ...ids, message_id: 'msg_1', role: 'user', content: 'Speak.', created_at: new Date().toISOString() });
      tell(2, 'direct_agent_call', { ...ids, agent_id: 'u_p_helper_1', message_id: 'msg_2' });
      let offset = 0;
      const began = performance.now();
      for (let word = 0; word < ${words};) {
        // Timers come late on a busy machine: what is due by now is told at once.
        for (; word < ${words} && performance.now() - began >= word * ${1_000 / perSecond}; word += 1) {
          const said = 'w' + word + (word % 40 === 39 ? '.\\n\\n' : word % 10 === 9 ? ' **bold** ' : ' ');
          tell(3 + word, 'message_delta', { message_id: 'msg_2', offset, text: said });
          offset += said.length;
        }
        await new Promise((resolve) => setTimeout(resolve, ${1_000 / perSecond}));
      }
      globalThis.toldAt = performance.now();
    },
  })))`);
  await page.evaluate(`replaced.set('messages', () => Response.json({ items: [], next_cursor: null }))`);
  await page.getByRole('button', { name: 'New chat', exact: true }).click();
  await turnsOf(page).getByText('Speak.').waitFor();
  await longTasksOf(page);
  await turnsOf(page)
    .getByText(`w${words - 1}`)
    .waitFor({ timeout: 30_000 });
  const behind = await page.evaluate<number>('performance.now() - toldAt');
  return { words, behind, longTasks: await longTasksOf(page) };
};

export type Opened = { milliseconds: number; drawn: number; elements: number; longTasks: LongTasks };

/** A chat of that many messages whose log still has everything that happened: until its last answer is shown. */
export const opened = async (page: Page, who: Person, messages = 2_000): Promise<Opened> => {
  await page.addInitScript(REPLACED);
  await signInAt(page, who);
  await page.evaluate(`{
    const runs = ${messages / 2};
    const id = (run) => 'run_' + String(run).padStart(6, '0');
    const created_at = new Date().toISOString();
    const message = (run, role) => ({
      id: 'msg_' + run + role, role, run_id: id(run), agent_id: role === 'user' ? null : 'u_p_helper_1', created_at,
      content: role === 'user' ? 'Question ' + run : 'Answer ' + run + ': **some** words.\\n\\n- one\\n- two',
    });
    const newestFirst = Array.from({ length: runs }, (_, at) => runs - at).flatMap((run) => [message(run, 'assistant'), message(run, 'user')]);
    replaced.set('messages', (asked) => {
      const from = Number(asked.get('cursor') ?? 0);
      const next = from + 50 < newestFirst.length ? String(from + 50) : null;
      return Response.json({ items: newestFirst.slice(from, from + 50), next_cursor: next });
    });
    const log = [];
    for (let run = 1; run <= runs; run += 1) {
      const ids = { run_id: id(run), task_id: 'tsk_' + run };
      const told = (role) => { const { id: message_id, ...rest } = message(run, role); return { message_id, ...rest }; };
      const all = [
        ['message_created', told('user')], ['task_queued', ids], ['run_started', { ...ids, mode: 'direct' }], ['task_started', ids],
        ['context_retrieved', { ...ids, memories: 2, memory_available: true }],
        ['direct_agent_call', { ...ids, message_id: 'msg_' + run + 'assistant' }],
        ['message_delta', { message_id: 'msg_' + run + 'assistant', offset: 0, text: 'Answer' }],
        ['message_created', told('assistant')], ['task_completed', ids], ['run_completed', { ...ids, state: 'completed' }],
      ];
      for (const one of all) log.push(event(log.length + 1, ...one));
    }
    const bytes = new TextEncoder().encode(log.join(''));
    replaced.set('events', (asked, { signal }) => new Response(new ReadableStream({
      start(out) {
        signal.addEventListener('abort', () => { out.error(signal.reason); });
        // In portions as a network has them.
        if (asked.get('last_event_id') === '0') for (let at = 0; at < bytes.length; at += 65_536) out.enqueue(bytes.slice(at, at + 65_536));
      },
    })));
  }`);
  await longTasksOf(page);
  const began = await page.evaluate<number>('performance.now()');
  await page.getByRole('button', { name: 'New chat', exact: true }).click();
  await page.getByText(`Question ${messages / 2}`, { exact: true }).waitFor();
  const shownAt = await page.evaluate<number>('performance.now()');
  // The oldest is known once all that happened was told.
  await turnsOf(page).last().locator('.step').waitFor({ timeout: 60_000 });
  return {
    milliseconds: shownAt - began,
    drawn: await turnsOf(page).count(),
    elements: await page.locator('*').count(),
    longTasks: await longTasksOf(page),
  };
};

/** Milliseconds from the key that sends a message to the first word of the answer, the service being in between. */
export const firstWord = async (page: Page, who: Person, text: string): Promise<number> => {
  await signInAt(page, who);
  await beginChat(page, 'helper');
  const shown = page.evaluate<number>(`new Promise((resolve) => {
    addEventListener('keydown', ({ key }) => { if (key === 'Enter') globalThis.sentAt = performance.now(); }, true);
    const watch = new MutationObserver(() => {
      if (!document.querySelector('.said-by-agent')?.textContent.includes(${JSON.stringify(text)})) return;
      watch.disconnect();
      resolve(performance.now() - sentAt);
    });
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  })`);
  await say(page, 'Speak.');
  return shown;
};
