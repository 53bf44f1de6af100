import { type Clock, systemClock } from '../core/clock.ts';
import type { Random } from '../core/jitter.ts';
import type { ProjectScope } from '../core/scope.ts';
import { log } from '../observability/log.ts';
import { PlainAppender } from './appender.ts';
import { Deltas } from './deltas.ts';
import type { NewEvent } from './event.ts';
import { LeaseLost } from './lease-lost.ts';
import type { LogEnd } from './log.ts';
import { type Push, PushQueue } from './push-queue.ts';
import type { Timer } from './timer.ts';
import { systemTimer } from './timer.ts';

export type EventWriterOptions = {
  project: ProjectScope;
  session: string;
  /** Reads the task again: may this process still write? */
  stillMine: () => Promise<boolean>;
  /** The log's end as known from before this worker's claim, or from its last append, if any. */
  end?: LogEnd | undefined;
  /** The session has one worker at a time: see `AppenderOptions`. */
  alone?: boolean;
  clock?: Clock;
  random?: Random;
  timer?: Timer;
  /** Called with what was appended, in order; usually `push`. */
  onAppended?: Push;
};

/** Events but text wait so long, in milliseconds, for others to share their item: a turn begins with several. */
const LINGER = 100;

/** Of what goes into the transaction that ends the work, whose own events and items need the room. */
const MAX_REST = 32;
const MAX_REST_BYTES = 64 * 1024;

const isSmall = (events: NewEvent[]): boolean =>
  events.length <= MAX_REST && Buffer.byteLength(JSON.stringify(events)) <= MAX_REST_BYTES;

/**
 * The plain events of one worker on one session: buffered, with one append in flight and everything that waits meanwhile in
 * the next item. Text keeps its position between other events. An append that fails is kept and repeated with the next
 * event or by `flush`.
 */
export class EventWriter {
  readonly #appender: PlainAppender;
  readonly #clock: Clock;
  readonly #timer: Timer;
  readonly #pushes: PushQueue;
  readonly #deltas = new Deltas();
  #waiting: NewEvent[] = [];
  /** When the first of those that wait must go. */
  #appendBy: number | undefined;
  #state: 'open' | 'lost' | 'stopped' = 'open';
  #draining: Promise<void> | undefined;
  #cancelTimer: (() => void) | undefined;

  constructor(options: EventWriterOptions) {
    this.#clock = options.clock ?? systemClock;
    this.#timer = options.timer ?? systemTimer;
    this.#pushes = new PushQueue(options.onAppended ?? (async () => 0), this.#timer);
    const { project, session, stillMine, end, alone = false, random = Math.random } = options;
    this.#appender = new PlainAppender({ project, session, stillMine, end, alone, clock: this.#clock, random });
  }

  /** The expected end for the transaction that finishes the task. */
  get end(): LogEnd | undefined {
    return this.#appender.end;
  }

  /** The work was taken over; whatever is emitted from now on is dropped. */
  get lost(): boolean {
    return this.#state === 'lost';
  }

  emit(event: NewEvent): void {
    if (this.#state !== 'open') return;
    this.#appendBy ??= this.#clock.now() + LINGER;
    this.#waiting.push(...this.#deltas.take(this.#clock.now()), event);
    this.#kick();
  }

  /** More text of a message that is being written. */
  delta(messageId: string, text: string): void {
    if (this.#state !== 'open') return;
    this.#waiting.push(...this.#deltas.add(messageId, text, this.#clock.now()));
    this.#kick();
  }

  /** The message's text starts over, as after a tool call: the next delta replaces everything before it. */
  restart(messageId: string): void {
    if (this.#state !== 'open') return;
    this.#waiting.push(...this.#deltas.restart(messageId, this.#clock.now()));
    this.#kick();
  }

  /** Appends and pushes everything that waits. Rejects with `LeaseLost`, or with the reason the append failed. */
  async flush(): Promise<void> {
    this.#cancelTimer?.();
    while (this.#state === 'open') {
      this.#waiting.push(...this.#deltas.take(this.#clock.now()));
      if (this.#draining) await Promise.allSettled([this.#draining]);
      else if (this.#waiting.length > 0) await this.#drain();
      else break;
    }
    await this.#pushes.idle();
    if (this.#state === 'lost') throw new LeaseLost();
  }

  /**
   * What still waits, for the transaction that ends the work, which appends it in front of its own events. Whatever was
   * appended is pushed by then. More than a few events, or an append that may stand, are appended here first. Nothing may be emitted
   * afterwards. Rejects as `flush` does.
   */
  async rest(): Promise<NewEvent[]> {
    this.#cancelTimer?.();
    while (this.#draining) await Promise.allSettled([this.#draining]);
    this.#cancelTimer?.();
    if (this.#state === 'open') this.#waiting.push(...this.#deltas.take(this.#clock.now()));
    if (this.#state !== 'open' || this.#appender.unsure || !this.#appender.end || !isSmall(this.#waiting)) {
      await this.flush();
      return [];
    }
    await this.#pushes.idle();
    return [...this.#waiting];
  }

  /** Drops what waits. An append in flight completes. */
  stop(): void {
    if (this.#state === 'open') this.#state = 'stopped';
    this.#drop();
  }

  #drop(): void {
    this.#cancelTimer?.();
    this.#waiting = [];
    this.#pushes.hurry();
  }

  #kick(): void {
    this.#cancelTimer?.();
    if (this.#draining || this.#state !== 'open') return;
    const by = this.#waiting.length > 0 ? (this.#appendBy ?? 0) : Number.POSITIVE_INFINITY;
    const wait = Math.min(by, this.#deltas.dueAt ?? Number.POSITIVE_INFINITY) - this.#clock.now();
    if (wait === Number.POSITIVE_INFINITY) return;
    if (wait > 0) {
      this.#cancelTimer = this.#timer(wait, () => this.#kick());
      return;
    }
    this.#drain().catch((error: unknown) => {
      if (this.#state === 'open') log.warn('event append failed', { error });
    });
  }

  #drain(): Promise<void> {
    const ended = (): void => {
      this.#draining = undefined;
    };
    this.#draining = this.#appendAll().then(
      () => {
        ended();
        this.#kick();
      },
      (error: unknown) => {
        ended();
        throw error;
      },
    );
    return this.#draining;
  }

  async #appendAll(): Promise<void> {
    for (;;) {
      const now = this.#clock.now();
      const dueAt = this.#deltas.dueAt;
      if (dueAt !== undefined && dueAt <= now) this.#waiting.push(...this.#deltas.take(now));
      if (this.#state !== 'open' || this.#waiting.length === 0) return;
      await this.#appendOnce();
    }
  }

  async #appendOnce(): Promise<void> {
    try {
      const events = await this.#appender.append(this.#waiting);
      this.#waiting = this.#waiting.slice(events.length);
      this.#appendBy = undefined;
      this.#pushes.add(events);
    } catch (error) {
      if (error instanceof LeaseLost) {
        this.#state = 'lost';
        this.#drop();
      }
      throw error;
    }
  }
}
