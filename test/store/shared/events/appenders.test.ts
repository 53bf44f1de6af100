import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../../../shared/core/ids.ts';
import {
  appendWrites,
  EventWriter,
  LeaseLost,
  type LogEnd,
  type NewEvent,
  readAfter,
  readEnd,
  type SessionEvent,
} from '../../../../shared/events/index.ts';
import {
  getItem,
  queryAll,
  ranges,
  runKeys,
  sessionKeys,
  transact,
  type Write,
} from '../../../../shared/store/index.ts';
import { EventReader } from '../../../support/event-reader.ts';
import { inTable } from '../../../support/in-table.ts';
import { newSession, project, storedEvents } from './people.ts';

/* Requirements: EV4. */

inTable();

const ANSWER = 'msg_answer';

/** A worker's hold on the task, and the text it has written. A ghost does not know that it is one. */
type Worker = { epoch: number; writer: EventWriter; text: string; done: boolean };

/** One session with one run, as the bus would drive it: claims, facts and ends are transactions under the task's epoch. */
class Run {
  readonly session = newSession();
  readonly #key = runKeys.task(project, newId('run'), 'tsk_1');
  /** All that was ever in the log, also what TTL has removed since. */
  readonly history = new Map<number, SessionEvent>();
  readonly workers: Worker[] = [];
  #facts = 0;

  async #commit(change: Write[], events: NewEvent[], end?: LogEnd): Promise<LogEnd | undefined> {
    for (let belief = end; ; belief = undefined) {
      belief ??= await readEnd(project, this.session);
      const appended = appendWrites(project, this.session, { end: belief, events, now: Date.now() });
      const outcome = await transact([...change, ...appended.writes]);
      if (outcome.ok) return appended.end;
      if (outcome.lost.some((place) => place < change.length)) return undefined;
    }
  }

  #setTask(state: string, when: string, values: Record<string, unknown>): Write {
    return {
      key: this.#key,
      update: 'set #state = :state add #epoch :one',
      when,
      values: { ...values, state, one: 1 },
    };
  }

  async claim(): Promise<void> {
    const task = await getItem(this.#key);
    const epoch = ((task?.epoch as number | undefined) ?? 0) + 1;
    const unchanged = task ? '#state = :running and #epoch = :before' : 'attribute_not_exists(#pk)';
    const values = task ? { running: 'running', before: epoch - 1 } : {};
    const started: NewEvent = { event_type: 'task_started', payload: { epoch } };
    const end = await this.#commit([this.#setTask('running', unchanged, values)], [started]);
    if (!end) return;
    const stillMine = async () => {
      const now = await getItem(this.#key);
      return now?.state === 'running' && now.epoch === epoch;
    };
    const writer = new EventWriter({ project, session: this.session, stillMine, end });
    this.workers.push({ epoch, writer, text: '', done: false });
  }

  async write(worker: Worker | undefined, text: string): Promise<void> {
    if (!worker || worker.done) return;
    const tagged = text.replaceAll('?', String(worker.epoch % 10));
    worker.text += tagged;
    worker.writer.delta(ANSWER, tagged);
    await flushed(worker.writer);
  }

  async finish(worker: Worker | undefined): Promise<void> {
    if (!worker || worker.done) return;
    worker.done = true;
    if (!(await flushed(worker.writer))) return;
    const mine = this.#setTask('completed', '#state = :running and #epoch = :mine', {
      running: 'running',
      mine: worker.epoch,
    });
    const content = worker.text;
    await this.#commit(
      [mine],
      [
        { event_type: 'message_created', payload: { message_id: ANSWER, content } },
        { event_type: 'run_completed', payload: { state: 'completed' } },
      ],
      worker.writer.end,
    );
  }

  async cancel(): Promise<void> {
    const live = this.#setTask('cancelled', '#state = :running', { running: 'running' });
    await this.#commit([live], [{ event_type: 'run_completed', payload: { state: 'cancelled' } }]);
  }

  async fact(): Promise<void> {
    this.#facts += 1;
    const live: Write = { check: this.#key, when: '#state = :running', values: { running: 'running' } };
    await this.#commit([live], [{ event_type: 'tool_called', payload: { fact: this.#facts } }]);
  }

  crash(worker: Worker | undefined): void {
    if (!worker) return;
    worker.done = true;
    worker.writer.stop();
  }

  async remember(): Promise<void> {
    for (const event of await storedEvents(project, this.session)) {
      const known = this.history.get(event.event_id);
      if (known) expect(event).toEqual(known);
      this.history.set(event.event_id, event);
    }
  }

  /** What DynamoDB's TTL would do after a day of silence: the oldest items go, one by one. */
  async expire(items: number): Promise<void> {
    await this.remember();
    let left = items;
    for await (const item of queryAll(ranges.events(project, this.session))) {
      if (left === 0) break;
      left -= 1;
      await transact([{ remove: sessionKeys.events(project, this.session, Number(item.sk.slice(3))) }]);
    }
  }

  /** A later message of the same session. */
  async later(): Promise<void> {
    await this.#commit([], [{ event_type: 'message_created', payload: { message_id: 'msg_later', content: 'later' } }]);
  }
}

const flushed = async (writer: EventWriter): Promise<boolean> => {
  try {
    await writer.flush();
    return true;
  } catch (error) {
    if (error instanceof LeaseLost) return false;
    throw error;
  }
};

type Step = { kind: 'claim' | 'fact' | 'cancel' | 'write' | 'finish' | 'crash'; worker: number; text: string };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constant('write' as const) },
    { weight: 3, arbitrary: fc.constant('fact' as const) },
    { weight: 2, arbitrary: fc.constant('claim' as const) },
    { weight: 2, arbitrary: fc.constant('finish' as const) },
    { weight: 1, arbitrary: fc.constantFrom('cancel' as const, 'crash' as const) },
  ),
  worker: fc.nat({ max: 3 }),
  text: fc.string({ unit: fc.constantFrom('?', '😀', 'e', '\ud83d', '\n'), minLength: 1, maxLength: 6 }),
});

const perform = async (run: Run, { kind, worker, text }: Step): Promise<void> => {
  const who = run.workers[worker % Math.max(1, run.workers.length)];
  if (kind === 'write') return run.write(who, text);
  if (kind === 'finish') return run.finish(who);
  if (kind === 'crash') return run.crash(who);
  return run[kind]();
};

describe('appenders at the same time', () => {
  test('with concurrent appenders numbers are 1 … n, once; no delta follows a takeover or the end; a reader’s text is the log’s', async () => {
    const waves = fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(waves, fc.nat({ max: 4 }), fc.nat({ max: 20 }), async (schedule, expired, from) => {
        const run = new Run();
        const follower = new EventReader();
        await run.claim();
        for (const wave of schedule) {
          await Promise.all(wave.map((one) => perform(run, one)));
          await follow(follower, run.session);
        }
        for (const worker of run.workers) await run.finish(worker);
        await run.cancel();
        await follow(follower, run.session);
        await run.expire(expired);
        await run.later();
        await follow(follower, run.session);
        await run.remember();
        verify(run, follower, await readLate(run.session, from));
      }),
      { numRuns: 30 },
    );
  });
});

const follow = async (reader: EventReader, session: string): Promise<void> => {
  for (;;) {
    const { lines, gap } = await readAfter(project, session, { after: reader.applied });
    if (gap) reader.skipTo(gap.first_available);
    if (lines.length === 0 && !gap) return;
    for (const line of lines) reader.take(JSON.parse(line) as SessionEvent);
  }
};

/** A client that comes when part of the log is gone, with some number it once had. */
const readLate = async (session: string, from: number): Promise<EventReader> => {
  const reader = new EventReader(from);
  await follow(reader, session);
  return reader;
};

const verify = (run: Run, follower: EventReader, late: EventReader): void => {
  const events = [...run.history.values()].sort((a, b) => a.event_id - b.event_id);
  expect(events.map(({ event_id }) => event_id)).toEqual(events.map((_, place) => place + 1));
  const ends = events.filter(({ event_type }) => event_type === 'run_completed');
  expect(ends).toHaveLength(1);

  let epoch = 0;
  const log = new EventReader();
  for (const event of events) {
    if (event.event_type === 'task_started') epoch = event.payload.epoch as number;
    if (event.event_type === 'message_delta') {
      expect(event.event_id).toBeLessThan(ends[0]!.event_id);
      const digits = String(event.payload.text).match(/\d/g) ?? [];
      expect(digits.filter((digit) => digit !== String(epoch % 10))).toEqual([]);
    }
    if (event.event_type === 'message_created' && event.payload.message_id === ANSWER) {
      // A first half of a pair that never got its second is in the message, but in no delta.
      const streamed = String(event.payload.content).replace(/[\ud800-\udbff]$/, '');
      if (streamed) expect(log.textOf(ANSWER)).toBe(streamed);
    }
    log.take(event);
  }
  expect(follower.applied).toBe(events.length);
  expect(follower.textOf(ANSWER)).toBe(log.textOf(ANSWER));
  expect(late.applied).toBe(events.length);
  if (late.events.length > 0) expect(late.textOf('msg_later')).toBe('later');
  const facts = events.flatMap(({ event_type, payload }) => (event_type === 'tool_called' ? [payload.fact] : []));
  expect(new Set(facts).size).toBe(facts.length);
};
