import { describe, expect, test } from 'vitest';
import {
  appendWrites,
  EventWriter,
  LeaseLost,
  readEnd,
  type SessionEvent,
  type Timer,
} from '../../../../shared/events/index.ts';
import { transact } from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';
import { newSession, progress, project, storedEvents } from './people.ts';

const here = inTable();

const mine = async () => true;
const texts = async (session: string) => (await storedEvents(project, session)).map(({ payload }) => payload.text);
const puts = async () => (await here.table.counts()).PutItem?.calls ?? 0;

/** A clock and a timer that move only when told to. */
const manualTime = () => {
  let now = 1_000_000;
  let waiting: { at: number; task: () => void } | undefined;
  const timer: Timer = (milliseconds, task) => {
    const mark = { at: now + milliseconds, task };
    waiting = mark;
    return () => {
      if (waiting === mark) waiting = undefined;
    };
  };
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    const due = waiting;
    if (!due || due.at > now) return;
    waiting = undefined;
    due.task();
  };
  return { clock: { now: () => now }, timer, pass, waits: () => waiting !== undefined && waiting.at - now };
};

const appendByAnother = async (session: string, text: string): Promise<void> => {
  const appended = appendWrites(project, session, {
    end: await readEnd(project, session),
    events: [progress(text)],
    now: Date.now(),
  });
  expect((await transact(appended.writes)).ok).toBe(true);
};

describe('a writer of plain events', () => {
  test('everything that waits during an append goes into one item', async () => {
    const session = newSession();
    const before = await puts();
    const writer = new EventWriter({ project, session, stillMine: mine });
    for (let n = 1; n <= 20; n += 1) writer.emit(progress(String(n)));
    await writer.flush();
    expect(await texts(session)).toEqual(Array.from({ length: 20 }, (_, at) => String(at + 1)));
    expect((await puts()) - before).toBeLessThanOrEqual(2);
    expect(writer.end?.next).toBe(21);
  });

  test('a burst over an item’s 64 events or 200 KB is split and stays in order', async () => {
    const session = newSession();
    const writer = new EventWriter({ project, session, stillMine: mine });
    const small = Array.from({ length: 150 }, (_, at) => progress(`s${at}`));
    const large = Array.from({ length: 12 }, (_, at) => progress(`${at}${'x'.repeat(22_000)}`));
    for (const event of [...small, ...large]) writer.emit(event);
    await writer.flush();
    expect(await texts(session)).toEqual([...small, ...large].map(({ payload }) => payload.text));
  });

  test('deltas are 100 ms apart, and an event between two pieces of text keeps its place', async () => {
    const session = newSession();
    const { clock, timer, pass, waits } = manualTime();
    const writer = new EventWriter({ project, session, stillMine: mine, clock, timer });
    writer.delta('msg_1', 'one ');
    await writer.flush();
    writer.delta('msg_1', 'two ');
    expect(waits()).toBe(100);
    pass(40);
    writer.delta('msg_1', 'three ');
    expect(waits()).toBe(60);
    pass(60);
    await writer.flush();
    writer.delta('msg_1', 'four');
    writer.emit(progress('between'));
    await writer.flush();
    expect(await texts(session)).toEqual(['one ', 'two three ', 'four', 'between']);
    expect((await storedEvents(project, session)).map(({ payload }) => payload.offset)).toEqual([0, 4, 14, undefined]);
  });

  test('an append starts at the expected end, and an end that moved meanwhile costs one more put', async () => {
    const session = newSession();
    const writer = new EventWriter({ project, session, stillMine: mine, end: await readEnd(project, session) });
    await appendByAnother(session, 'other');
    const before = await puts();
    writer.emit(progress('mine'));
    await writer.flush();
    expect(await texts(session)).toEqual(['other', 'mine']);
    expect((await puts()) - before).toBe(2);
  });

  test('a writer that lost its task stops at the first lost race, for good', async () => {
    const session = newSession();
    const writer = new EventWriter({
      project,
      session,
      stillMine: async () => false,
      end: await readEnd(project, session),
    });
    await appendByAnother(session, 'run ended');
    writer.delta('msg_1', 'ghost');
    await expect(writer.flush()).rejects.toThrow(LeaseLost);
    writer.emit(progress('again'));
    await expect(writer.flush()).rejects.toThrow(LeaseLost);
    expect(writer.lost).toBe(true);
    expect(await texts(session)).toEqual(['run ended']);
  });

  test('a writer that re-reads a stale end looks at its task before it writes at the new end', async () => {
    const session = newSession();
    const { clock, timer, pass } = manualTime();
    let asked = 0;
    const stillMine = async () => {
      asked += 1;
      return false;
    };
    const end = { ...(await readEnd(project, session)), readAt: clock.now() };
    const writer = new EventWriter({ project, session, stillMine, end, clock, timer });
    await appendByAnother(session, 'run ended');
    pass(60);
    writer.delta('msg_1', 'ghost');
    await expect(writer.flush()).rejects.toThrow(LeaseLost);
    expect([asked, await texts(session)]).toEqual([1, ['run ended']]);
  });

  test('a writer alone on its session never needs to look at its task again', async () => {
    const session = newSession();
    let asked = 0;
    const stillMine = async () => {
      asked += 1;
      return true;
    };
    const { clock, timer, pass } = manualTime();
    const end = { ...(await readEnd(project, session)), readAt: clock.now() };
    const writer = new EventWriter({ project, session, stillMine, end, clock, timer });
    for (let n = 0; n < 4; n += 1) {
      writer.emit(progress(String(n)));
      await writer.flush();
      pass(60);
    }
    expect([asked, await texts(session)]).toEqual([0, ['0', '1', '2', '3']]);
  });

  test('an append whose reply was lost is not repeated', async () => {
    const session = newSession();
    const pushed: number[] = [];
    const onAppended = async (events: SessionEvent[]) => {
      pushed.push(...events.map(({ event_id }) => event_id));
      return 0;
    };
    const writer = new EventWriter({ project, session, stillMine: mine, onAppended });
    writer.emit(progress('first'));
    await writer.flush();
    await here.table.injectFault({ action: 'PutItem', times: 1, error: 'drop-reply' });
    writer.emit(progress('second'));
    await writer.flush();
    writer.emit(progress('third'));
    await writer.flush();
    expect(await texts(session)).toEqual(['first', 'second', 'third']);
    expect(pushed).toEqual([1, 2, 3]);
  });

  test('a failed append is reported by flush and made up for by the next, even if it was stored', async () => {
    const session = newSession();
    const writer = new EventWriter({ project, session, stillMine: mine, end: await readEnd(project, session) });
    await here.table.injectFault({ action: 'PutItem', times: 1, error: 'drop-reply' });
    await here.table.injectFault({ action: 'PutItem', times: 4, error: 'InternalServerError' });
    writer.emit(progress('first'));
    await expect(writer.flush()).rejects.toThrow();
    writer.emit(progress('second'));
    await writer.flush();
    expect(await texts(session)).toEqual(['first', 'second']);
  });

  test('appended events are announced in order, and flush waits for the announcement', async () => {
    const session = newSession();
    const told: number[] = [];
    const writer = new EventWriter({
      project,
      session,
      stillMine: mine,
      onAppended: async (events) => {
        await new Promise((resolve) => setImmediate(resolve));
        told.push(...events.map(({ event_id }) => event_id));
        return 0;
      },
    });
    for (let n = 0; n < 100; n += 1) writer.emit(progress('x'));
    await writer.flush();
    expect(told).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
  });

  test('what is appended while many are told is gathered for a moment, and a flush tells it at once', async () => {
    const session = newSession();
    const told: number[][] = [];
    const pauses: number[] = [];
    let elapse: () => void = () => undefined;
    let now = Date.now();
    const writer = new EventWriter({
      project,
      session,
      stillMine: mine,
      // Each look at it is a tenth of a second later, so that nothing waits to share an item.
      clock: { now: () => (now += 100) },
      timer: (milliseconds, task) => {
        pauses.push(milliseconds);
        elapse = task;
        return () => undefined;
      },
      onAppended: async (events) => {
        told.push(events.map(({ event_id }) => event_id));
        return 200;
      },
    });
    const say = async (...texts: string[]) => {
      const before = (await readEnd(project, session)).next;
      for (const text of texts) writer.emit(progress(text));
      await expect.poll(async () => (await readEnd(project, session)).next).toBe(before + texts.length);
    };
    await say('1');
    await expect.poll(() => pauses).toEqual([200]);
    await say('2');
    await say('3');
    expect(told).toEqual([[1]]);
    elapse();
    await expect.poll(() => told).toEqual([[1], [2, 3]]);
    await say('4');
    await say('5');
    await writer.flush();
    expect(told).toEqual([[1], [2, 3], [4, 5]]);
  });

  test('events that come within a tenth of a second share an item, and the first words of an answer take them along', async () => {
    const session = newSession();
    const { clock, timer, pass, waits } = manualTime();
    const before = await puts();
    const writer = new EventWriter({ project, session, stillMine: mine, clock, timer });
    writer.emit(progress('started'));
    pass(60);
    writer.emit(progress('prepared'));
    expect([waits(), await puts()]).toEqual([40, before]);
    pass(40);
    await writer.flush();
    writer.emit(progress('asked'));
    writer.delta('msg_1', 'words');
    expect(waits()).toBe(false);
    await writer.flush();
    expect(await texts(session)).toEqual(['started', 'prepared', 'asked', 'words']);
    expect((await puts()) - before).toBe(2);
  });

  test('what waits when the work ends goes into the transaction that ends it', async () => {
    const session = newSession();
    const pushed: number[] = [];
    const onAppended = async (events: SessionEvent[]) => {
      pushed.push(...events.map(({ event_id }) => event_id));
      return 0;
    };
    const { clock, timer } = manualTime();
    const writer = new EventWriter({ project, session, stillMine: mine, onAppended, clock, timer });
    writer.delta('msg_1', 'first ');
    await writer.flush();
    writer.delta('msg_1', 'words ');
    writer.emit(progress('between'));
    writer.delta('msg_1', 'and more');
    const before = await puts();
    const rest = await writer.rest();
    expect([(await puts()) - before, pushed[0]]).toEqual([0, 1]);
    const end = writer.end ?? (await readEnd(project, session));
    const appended = appendWrites(project, session, { end, events: [...rest, progress('over')], now: Date.now() });
    expect((await transact(appended.writes)).ok).toBe(true);
    writer.stop();
    expect(await texts(session)).toEqual(['first ', 'words ', 'between', 'and more', 'over']);
  });

  test('what is too much for that transaction, or may stand already, is appended before it', async () => {
    const session = newSession();
    const writer = new EventWriter({ project, session, stillMine: mine, end: await readEnd(project, session) });
    for (let n = 0; n < 33; n += 1) writer.emit(progress(String(n)));
    expect(await writer.rest()).toEqual([]);
    expect(await texts(session)).toHaveLength(33);
    await here.table.injectFault({ action: 'PutItem', times: 1, error: 'drop-reply' });
    await here.table.injectFault({ action: 'PutItem', times: 4, error: 'InternalServerError' });
    writer.emit(progress('unsure'));
    await expect(writer.flush()).rejects.toThrow();
    expect(await writer.rest()).toEqual([]);
    expect((await texts(session)).slice(33)).toEqual(['unsure']);
  });

  test('a writer whose task was taken away has no rest', async () => {
    const session = newSession();
    const stillMine = async () => false;
    const writer = new EventWriter({ project, session, stillMine, end: await readEnd(project, session) });
    await appendByAnother(session, 'run ended');
    writer.delta('msg_1', 'ghost');
    await expect(writer.flush()).rejects.toThrow(LeaseLost);
    await expect(writer.rest()).rejects.toThrow(LeaseLost);
  });

  test('a writer that nobody writes beside does not read the log again, and a lost put costs one more', async () => {
    const session = newSession();
    const { clock, timer, pass } = manualTime();
    const end = { ...(await readEnd(project, session)), readAt: clock.now() };
    const writer = new EventWriter({ project, session, stillMine: mine, end, alone: true, clock, timer });
    const queries = async () => (await here.table.counts()).Query?.calls ?? 0;
    const before = await queries();
    for (let n = 0; n < 3; n += 1) {
      writer.emit(progress(String(n)));
      await writer.flush();
      pass(1_000);
    }
    expect((await queries()) - before).toBe(0);
    await appendByAnother(session, 'other');
    const earlier = await puts();
    writer.emit(progress('3'));
    await writer.flush();
    expect((await puts()) - earlier).toBe(2);
    expect(await texts(session)).toEqual(['0', '1', '2', 'other', '3']);
  });

  test('a stopped writer drops what waits', async () => {
    const session = newSession();
    const { clock, timer, waits } = manualTime();
    const writer = new EventWriter({ project, session, stillMine: mine, clock, timer });
    writer.delta('msg_1', 'one');
    await writer.flush();
    writer.delta('msg_1', 'two');
    writer.stop();
    expect(waits()).toBe(false);
    await writer.flush();
    expect(await texts(session)).toEqual(['one']);
  });
});
