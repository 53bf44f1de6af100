import { describe, expect, test } from 'vitest';
import { appendWrites, EventWriter, readAfter, readEnd } from '../../../../shared/events/index.ts';
import { deleteItem, getItem, sessionKeys, transact, updateItem } from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';
import { newSession, progress, project } from './people.ts';

/* Requirements: EV4, EV10. */

inTable();

/** Appends items of the given sizes; the events are named by their number. */
const sessionWith = async (...sizes: number[]): Promise<string> => {
  const session = newSession();
  for (const size of sizes) {
    const end = await readEnd(project, session);
    const events = Array.from({ length: size }, (_, at) => progress(String(end.next + at)));
    await transact(appendWrites(project, session, { end, events, now: Date.now() }).writes);
  }
  return session;
};

const numbers = (lines: string[]): number[] => lines.map((line) => JSON.parse(line).event_id);
const count = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const expire = (session: string, first: number) =>
  updateItem(sessionKeys.events(project, session, first), 'set #expires_at = :past', {
    when: 'attribute_exists(#pk)',
    values: { past: 1 },
  });
const history = (session: string) => `/my/projects/prj_home/chat/${session}/messages`;

describe('reading the log', () => {
  test('lines are the stored texts, unchanged', async () => {
    const session = await sessionWith(3);
    const stored = await getItem(sessionKeys.events(project, session, 1));
    expect((await readAfter(project, session, { after: 0 })).lines).toEqual(stored?.lines);
  });

  test('a reader whose last number is in the middle of an item gets the rest of it', async () => {
    const session = await sessionWith(1, 64, 3);
    for (const after of [0, 1, 2, 30, 63, 64, 65, 66, 67, 68]) {
      const { lines, last, gap } = await readAfter(project, session, { after });
      expect([numbers(lines), last, gap]).toEqual([count(after + 1, 68), 68, undefined]);
    }
  });

  test('continuing from what was read gives only what is new', async () => {
    const session = await sessionWith(5);
    const first = await readAfter(project, session, { after: 0 });
    expect(await readAfter(project, session, { after: first.last, continued: true })).toEqual({ lines: [], last: 5 });
    const writer = new EventWriter({ project, session, stillMine: async () => true });
    writer.emit(progress('6'));
    await writer.flush();
    expect(numbers((await readAfter(project, session, { after: 5, continued: true })).lines)).toEqual([6]);
  });

  test('a long log is read in parts without a hole', async () => {
    const session = await sessionWith(...Array.from({ length: 12 }, () => 60));
    const read: number[] = [];
    let parts = 0;
    for (let last = 0; ; parts += 1) {
      const reading = await readAfter(project, session, { after: last, limit: 200, continued: last > 0 });
      if (reading.lines.length === 0) break;
      read.push(...numbers(reading.lines));
      last = reading.last;
    }
    expect(read).toEqual(count(1, 720));
    expect(parts).toBe(3);
  });

  test('a session without events has nothing to read, and no gap', async () => {
    expect(await readAfter(project, newSession(), { after: 0 })).toEqual({ lines: [], last: 0 });
  });

  test('numbers that have expired are reported as one gap, then the rest follows', async () => {
    const session = await sessionWith(4, 4, 4);
    await expire(session, 1);
    await deleteItem(sessionKeys.events(project, session, 5));
    const { lines, last, gap } = await readAfter(project, session, { after: 2 });
    expect([numbers(lines), last, gap]).toEqual([count(9, 12), 12, { first_available: 9, history: history(session) }]);
    expect((await readAfter(project, session, { after: 8 })).gap).toBeUndefined();
  });

  test('nothing is hidden after the first line that is alive', async () => {
    const session = await sessionWith(2, 2, 2);
    await expire(session, 3);
    expect(numbers((await readAfter(project, session, { after: 0 })).lines)).toEqual(count(1, 6));
  });

  test('a log that has expired altogether is one gap up to the next number', async () => {
    const session = await sessionWith(3);
    const gap = { first_available: 4, history: history(session) };
    await expire(session, 1);
    expect(await readAfter(project, session, { after: 1 })).toEqual({ lines: [], last: 3, gap });
    await deleteItem(sessionKeys.events(project, session, 1));
    expect(await readAfter(project, session, { after: 1 })).toEqual({ lines: [], last: 3, gap });
    expect(await readAfter(project, session, { after: 3 })).toEqual({ lines: [], last: 3 });
  });

  test('a number from the future is a gap back to what there is', async () => {
    const session = await sessionWith(3);
    const { lines, last, gap } = await readAfter(project, session, { after: 1_000 });
    expect([numbers(lines), last, gap]).toEqual([[1, 2, 3], 3, { first_available: 1, history: history(session) }]);
    expect(await readAfter(project, newSession(), { after: 7 })).toMatchObject({
      lines: [],
      last: 0,
      gap: { first_available: 1 },
    });
  });
});
