import { log } from '../observability/log.ts';
import type { SessionEvent } from './event.ts';
import type { Timer } from './timer.ts';

/** Pushes events, and says for how many milliseconds the next ones are gathered before they are pushed. */
export type Push = (events: SessionEvent[]) => Promise<number>;

/** Pushes appended events in order; whatever was appended during a push, and during the pause after it, goes into the next one. */
export class PushQueue {
  readonly #push: Push;
  readonly #timer: Timer;
  #waiting: SessionEvent[] = [];
  #pushing: Promise<void> | undefined;
  #hurried = false;
  #endPause: (() => void) | undefined;

  constructor(push: Push, timer: Timer) {
    this.#push = push;
    this.#timer = timer;
  }

  add(events: SessionEvent[]): void {
    this.#waiting.push(...events);
    this.#pushing ??= this.#pushAll();
  }

  /** Nothing more comes that is worth waiting for: what waits is pushed without a pause. */
  hurry(): void {
    this.#hurried = true;
    this.#endPause?.();
  }

  /** Resolves once everything was pushed, without any more pauses. */
  async idle(): Promise<void> {
    this.hurry();
    while (this.#pushing) await this.#pushing;
    this.#hurried = false;
  }

  async #pushAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const events = this.#waiting;
      this.#waiting = [];
      await this.#gather(await this.#pushed(events));
    }
    this.#pushing = undefined;
  }

  async #pushed(events: SessionEvent[]): Promise<number> {
    try {
      return await this.#push(events);
    } catch (error) {
      log.warn('event push failed', { error: error as Error });
      return 0;
    }
  }

  async #gather(milliseconds: number): Promise<void> {
    if (milliseconds === 0 || this.#hurried) return;
    await new Promise<void>((resolve) => {
      const cancel = this.#timer(milliseconds, resolve);
      this.#endPause = () => {
        cancel();
        resolve();
      };
    });
    this.#endPause = undefined;
  }
}
