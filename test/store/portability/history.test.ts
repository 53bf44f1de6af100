import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { findApproval } from '../../../shared/approvals/index.ts';
import { getRun } from '../../../shared/bus/index.ts';
import { newId } from '../../../shared/core/ids.ts';
import { importProject, type Line } from '../../../shared/portability/index.ts';
import { DUE_SHARDS, queryDue } from '../../../shared/store/index.ts';
import { inParts, whole } from './contents.ts';
import { history, historyIn, historyOf, linesOfHistory } from './history.ts';
import { inFaultyTable, newProject, options, untouched } from './world.ts';

/* Requirements: ID11, QA3. */

const here = inFaultyTable();
beforeEach(() => here.proxy.begin(untouched));

const sessionIn = (lines: readonly Line[]): string => lines[0]?.session_id ?? '';

const due = async (): Promise<number> => {
  const pages = await Promise.all(
    DUE_SHARDS.map((shard) => queryDue(shard, { before: Number.MAX_SAFE_INTEGER, limit: 100 })),
  );
  return pages.flatMap(({ items }) => items).length;
};

test('ID11: whatever has happened is exported again as it was imported, cut into parts anywhere, and nothing of it is due', async () => {
  here.proxy.begin(untouched);
  await fc.assert(
    fc.asyncProperty(history, fc.integer({ min: 5, max: 60 }), async (made, size) => {
      const lines = linesOfHistory(made, Date.now());
      const into = await newProject();
      const parts = inParts(whole(lines), size);
      for (const [n, text] of parts.entries()) {
        const { state } = await importProject(into, text, { ...options, part: n + 1 });
        expect(state).toBe(n + 1 === parts.length ? 'imported' : 'importing');
      }
      expect(await historyOf(into, sessionIn(lines))).toEqual(historyIn(lines));
      expect(await due()).toBe(0);
    }),
    { numRuns: 6 },
  );
});

const LINES = linesOfHistory(
  {
    runs: [
      { mode: 'direct', end: 'completed', asked: 1 },
      {
        mode: 'orchestrated',
        end: 'partial',
        tasks: Array.from({ length: 95 }, (_, n) => ({
          state: 'completed' as const,
          result: 'Done.',
          after: n,
          replaced: n < 3,
        })),
      },
    ],
    events: 70,
    first: 3,
    approvals: ['approved', 'expired'],
  },
  Date.now(),
);

test('ID11: a part that breaks off at any call goes on with the same text, and none is taken out of its turn', async () => {
  const parts = inParts(whole(LINES), 40);
  expect(parts.length).toBeGreaterThan(1);
  let isWhole = false;
  for (let from = 1; !isWhole; from += 1) {
    here.proxy.begin(untouched);
    const into = await newProject();
    const send = (n: number) => importProject(into, parts[n - 1] ?? '', { ...options, part: n });
    await expect(send(2)).rejects.toThrow('No import waits');
    here.proxy.begin(({ number }) => (number >= from ? 'refuse' : undefined));
    let sent = 0;
    const sendAll = async () => {
      for (; sent < parts.length; sent += 1) await send(sent + 1);
    };
    isWhole = await sendAll().then(
      () => true,
      () => false,
    );
    here.proxy.begin(untouched);
    // Where only the last answer was lost, it is done, and says so.
    await sendAll().catch((error: Error) => expect(error.message).toContain('it has ended'));
    expect(await historyOf(into, sessionIn(LINES))).toEqual(historyIn(LINES));
    await expect(send(1)).rejects.toThrow('empty project');
  }
});

test('ID11: the part that was written last may be sent again, and an earlier or a later one may not', async () => {
  const into = await newProject();
  const parts = inParts(whole(LINES), 20);
  const send = (n: number, text = parts[n - 1] ?? '') => importProject(into, text, { ...options, part: n });
  const first = await send(1);
  expect(await send(1)).toEqual(first);
  await expect(send(3)).rejects.toThrow('The next is part 2');
  await send(2);
  await expect(send(1)).rejects.toThrow();
  await expect(importProject(into, whole(LINES), options)).rejects.toThrow();
});

test('ID11: what was live comes as ended: a run cancelled, its approval closed', async () => {
  const [session, message, ...rest] = linesOfHistory(
    { runs: [{ mode: 'direct', end: 'cancelled', asked: 0 }], events: 3, first: 1, approvals: ['closed'] },
    Date.now(),
  );
  const live = rest.map((line): Line => {
    if (line.kind === 'approval') return { ...line, value: { ...line.value, status: 'pending' } };
    if (line.kind !== 'run') return line;
    const tasks = (line.value.tasks as object[]).map((task) => ({ ...task, state: 'waiting' }));
    return { ...line, value: { ...line.value, state: 'waiting', ended_at: null, tasks } };
  });
  const lines = [session, message, ...live].flatMap((line) => line ?? []);
  const into = await newProject();
  await importProject(into, whole(lines), options);
  const of = (kind: Line['kind']) => String(lines.find((line) => line.kind === kind)?.value.id);
  const run = await getRun(into, of('run'));
  expect([run.state, run.tasks[0]?.state, run.ended_at === null]).toEqual(['cancelled', 'cancelled', false]);
  expect((await findApproval(into, of('approval')))?.status).toBe('closed');
  const told = (await historyOf(into, sessionIn(lines))).filter((line) => line.includes('run_completed'));
  expect(told).toEqual([expect.stringContaining(of('run'))]);
  expect(await due()).toBe(0);
});

test('ID11: a run that ended while it was exported, so that its log has its start alone, has its end told', async () => {
  const lines = linesOfHistory(
    { runs: [{ mode: 'direct', end: 'cancelled', asked: 0 }], events: 3, first: 1, approvals: [] },
    Date.now(),
  );
  const run_id = String(lines.find(({ kind }) => kind === 'run')?.value.id);
  const starting = lines.map((line): Line => {
    if (line.kind !== 'event' || line.value.event_id !== 1) return line;
    return { ...line, value: { ...line.value, event_type: 'run_started', payload: { run_id } } };
  });
  const into = await newProject();
  await importProject(into, whole(starting), options);
  const told = (await historyOf(into, sessionIn(lines))).filter((line) => line.includes('run_completed'));
  expect(told).toEqual([expect.stringContaining(run_id)]);
});

test('ID11: history that does not fit together is refused by line and field', async () => {
  const lines = linesOfHistory(
    {
      runs: [
        {
          mode: 'orchestrated',
          end: 'completed',
          tasks: [1, 2].map(() => ({ state: 'completed', result: null, after: 0, replaced: false })),
        },
      ],
      events: 2,
      first: 1,
      approvals: ['expired'],
    },
    Date.now(),
  );
  const changed = (kind: Line['kind'], change: (value: Record<string, unknown>) => object): string =>
    whole(
      lines.map((line) => (line.kind === kind ? { ...line, value: { ...line.value, ...change(line.value) } } : line)),
    );
  const tasks = (value: Record<string, unknown>) => value.tasks as Record<string, unknown>[];
  const refused: [string, string][] = [
    [changed('run', () => ({ message_id: newId('msg') })), 'value.message_id'],
    [changed('run', () => ({ session_id: newId('ses') })), 'session_id'],
    [changed('plan', () => ({ run_id: newId('run') })), 'value.tasks'],
    [
      changed('plan', (value) => ({ tasks: tasks(value).map((task) => ({ ...task, depends_on: ['t0', 't1'] })) })),
      'value.tasks',
    ],
    [changed('plan', (value) => ({ tasks: [...tasks(value), tasks(value)[0]] })), 'value.tasks'],
    [changed('approval', () => ({ run_id: newId('run') })), 'value.run_id'],
    [changed('event', () => ({ event_id: 7 })), 'value.event_id'],
  ];
  const into = await newProject();
  for (const [text, path] of refused) {
    const error = await importProject(into, text, options).catch((one) => one);
    expect(JSON.stringify(error.errors)).toContain(path);
  }
  expect((await importProject(into, whole(lines), options)).imported).toMatchObject({
    run: 1,
    plan: 1,
    approval: 1,
    event: 2,
  });
});
