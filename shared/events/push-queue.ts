import { log } from '../observability/log.ts';
import type { SessionEvent } from './event.ts';

/** Pushes appended events in order; whatever was appended during a push goes into the next one. */
export class PushQueue {
  readonly #push: (events: SessionEvent[]) => Promise<void>;
  #waiting: SessionEvent[] = [];
  #pushing: Promise<void> | undefined;

  constructor(push: (events: SessionEvent[]) => Promise<void>) {
    this.#push = push;
  }

  add(events: SessionEvent[]): void {
    this.#waiting.push(...events);
    this.#pushing ??= this.#pushAll();
  }

  /** Resolves once everything was pushed. */
  async idle(): Promise<void> {
    while (this.#pushing) await this.#pushing;
  }

  async #pushAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const events = this.#waiting;
      this.#waiting = [];
      await this.#push(events).catch((error: unknown) => log.warn('event push failed', { error }));
    }
    this.#pushing = undefined;
  }
}
