import { randomUUID } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import { fullJitter, pause, type Random } from '../core/jitter.ts';
import type { ProjectScope } from '../core/scope.ts';
import { type Item, putItem } from '../store/index.ts';
import type { NewEvent, SessionEvent } from './event.ts';
import { LeaseLost } from './lease-lost.ts';
import { batchOf, type LogEnd, lastNumber, readEnd } from './log.ts';

/** An expected end older than this, in milliseconds, is read again: that halves the puts that are lost. */
const EXPECTED_END_MAX_AGE = 50;

export type AppenderOptions = {
  project: ProjectScope;
  session: string;
  /** Reads the task again: may this process still write? */
  stillMine: () => Promise<boolean>;
  end: LogEnd | undefined;
  /** Nobody else is likely to write meanwhile: the expected end is not read again, however old; a lost put tells. */
  alone: boolean;
  clock: Clock;
  random: Random;
};

/**
 * Plain appends by the holder of a lease: one put, on condition that the number is free.
 *
 * Nothing is written after the end of the run: whenever the log's end is not where it was expected – after a lost race, or
 * after a stale expected end is read again – the appender checks *afterwards* that the task is still its own. As long as
 * the expected end is right, the run has not ended: ending it takes the number that is expected to be free.
 */
export class PlainAppender {
  readonly #options: AppenderOptions;
  readonly #writer = randomUUID();
  #end: LogEnd | undefined;
  /** A put failed without an answer: it may stand at the expected number. */
  #unsure = false;

  constructor(options: AppenderOptions) {
    this.#options = options;
    this.#end = options.end;
  }

  get end(): LogEnd | undefined {
    return this.#end;
  }

  /** Whether the last put may stand although it failed: only another `append` finds out. */
  get unsure(): boolean {
    return this.#unsure;
  }

  /**
   * Appends the first of the waiting events, as many as fit into one item, and gives them with their numbers. The caller
   * repeats a failed append with the same events in front. Rejects with `LeaseLost`.
   */
  async append(waiting: NewEvent[]): Promise<SessionEvent[]> {
    const { project, session, clock } = this.#options;
    for (let lost = 0; ; ) {
      const end = await this.#expectedEnd();
      const batch = batchOf(project, session, { end, waiting, now: clock.now(), writer: this.#writer });
      this.#unsure = true;
      const outcome = await putItem(batch.put.put, batch.put);
      this.#unsure = false;
      if (outcome.ok) {
        this.#end = batch.end;
        return batch.events;
      }
      const winner = outcome.items[0];
      if (winner?.writer === this.#writer) return this.#adopt(winner);
      lost += 1;
      await this.#moveOn(lost, winner);
      await pause(lost === 1 ? 0 : fullJitter(lost - 2, { base: 8, cap: 40, random: this.#options.random }));
    }
  }

  async #expectedEnd(): Promise<LogEnd> {
    const expected = this.#end;
    const { project, session, alone, clock } = this.#options;
    const isRecent = (end: LogEnd): boolean => alone || clock.now() - end.readAt <= EXPECTED_END_MAX_AGE;
    if (expected && (this.#unsure || isRecent(expected))) return expected;
    const end = await readEnd(project, session, clock);
    if (end.next !== expected?.next) await this.#mustBeMine();
    this.#end = end;
    return end;
  }

  /** First the log's end, then the task: in the other order a replaced worker could write after the end of the run. */
  async #moveOn(lost: number, winner: Item | undefined): Promise<void> {
    const { project, session, clock } = this.#options;
    const end =
      lost === 1 && winner
        ? { next: lastNumber(winner) + 1, readAt: clock.now() }
        : await readEnd(project, session, clock);
    await this.#mustBeMine();
    this.#end = end;
  }

  async #mustBeMine(): Promise<void> {
    if (!(await this.#options.stillMine())) throw new LeaseLost();
  }

  /** An earlier put of ours whose reply was lost: it was stored, with the events that are still the first ones. */
  #adopt(item: Item): SessionEvent[] {
    this.#end = { next: lastNumber(item) + 1, readAt: this.#options.clock.now() };
    return (item.lines as string[]).map((line) => JSON.parse(line) as SessionEvent);
  }
}
