import { describe, expect, test } from 'vitest';
import { Defect } from '../../../../shared/core/errors.ts';
import { appendWrites, lineOf, type NewEvent, readEnd } from '../../../../shared/events/index.ts';
import {
  getItem,
  putItem,
  queryAll,
  ranges,
  SCHEMA_VERSION,
  sessionKeys,
  transact,
} from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';
import { newSession, progress, project, storedEvents } from './people.ts';

/* Requirements: EV3, EV4. */

inTable();

const append = async (session: string, events: NewEvent[]) => {
  const appended = appendWrites(project, session, { end: await readEnd(project, session), events, now: Date.now() });
  expect(await transact(appended.writes)).toEqual({ ok: true });
  return appended;
};

describe('the event log', () => {
  test('a new session begins with number 1, and each append continues where the last ended', async () => {
    const session = newSession();
    const first = await append(session, [progress('a'), progress('b')]);
    const second = await append(session, [progress('c')]);
    expect([...first.events, ...second.events].map(({ event_id }) => event_id)).toEqual([1, 2, 3]);
    expect(second.end.next).toBe(4);
    expect((await storedEvents(project, session)).map(({ payload }) => payload.text)).toEqual(['a', 'b', 'c']);
  });

  test('of two appends that expect the same number one loses and writes nothing', async () => {
    const session = newSession();
    const end = await readEnd(project, session);
    const [one, two] = ['one', 'two'].map((text) =>
      appendWrites(project, session, { end, events: [progress(text)], now: 0 }),
    );
    const outcomes = [await transact(one!.writes), await transact(two!.writes)];
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false]);
    expect(outcomes[1]).toMatchObject({ lost: [0], items: { 0: { n: 1 } } });
    expect(await readEnd(project, session)).toMatchObject({ next: 2 });
  });

  test('numbers continue after every item of the log has expired', async () => {
    const session = newSession();
    await append(session, [progress('a'), progress('b')]);
    for await (const item of queryAll(ranges.events(project, session))) {
      await transact([{ remove: sessionKeys.events(project, session, Number(item.sk.slice(3))) }]);
    }
    expect((await append(session, [progress('c')])).events[0]?.event_id).toBe(3);
  });

  test('an item that has expired but still exists counts for writers', async () => {
    const session = newSession();
    await putItem({ ...sessionKeys.events(project, session, 1), v: SCHEMA_VERSION, n: 5, lines: [], expires_at: 1 });
    expect((await readEnd(project, session)).next).toBe(6);
  });

  test('an item expires after a day; the last number does not', async () => {
    const session = newSession();
    const now = Date.parse('2026-11-21T08:00:00.000Z');
    const appended = appendWrites(project, session, { end: { next: 1, readAt: now }, events: [progress('a')], now });
    await transact(appended.writes);
    expect(await getItem(sessionKeys.events(project, session, 1))).toMatchObject({ expires_at: now / 1000 + 86_400 });
    expect(await getItem(sessionKeys.log(project, session))).not.toHaveProperty('expires_at');
    expect(appended.events[0]).toMatchObject({ timestamp: '2026-11-21T08:00:00.000Z', session_id: session });
  });

  test('an event over 24 KB keeps its ids and says where the rest can be read', async () => {
    const session = newSession();
    const large = { message_id: 'msg_1', role: 'assistant', content: 'x'.repeat(30_000) };
    const task = { run_id: 'run_1', task_id: 'tsk_1', result: { text: 'y'.repeat(30_000) } };
    const { events } = await append(session, [
      { event_type: 'message_created', payload: large },
      { event_type: 'task_completed', payload: task },
    ]);
    expect(events.map(({ payload }) => payload)).toEqual([
      {
        message_id: 'msg_1',
        role: 'assistant',
        truncated: true,
        href: `/my/projects/prj_home/chat/${session}/messages`,
      },
      { run_id: 'run_1', task_id: 'tsk_1', truncated: true, href: '/my/projects/prj_home/runs/run_1' },
    ]);
    expect((await storedEvents(project, session)).map(lineOf)).toEqual(events.map(lineOf));
  });

  test('a transaction with more events than one item holds is refused before anything is written', () => {
    const end = { next: 1, readAt: 0 };
    const many = Array.from({ length: 65 }, () => progress('a'));
    const heavy = Array.from({ length: 10 }, () => progress('x'.repeat(23_000)));
    expect(() => appendWrites(project, newSession(), { end, events: many, now: 0 })).toThrow(Defect);
    expect(() => appendWrites(project, newSession(), { end, events: heavy, now: 0 })).toThrow(Defect);
    expect(() => appendWrites(project, newSession(), { end, events: [], now: 0 })).toThrow(Defect);
  });
});
