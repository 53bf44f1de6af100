import type { NewEvent } from './event.ts';

/** Two deltas are at least this far apart, in milliseconds; text in between is merged. */
const DELTA_INTERVAL = 100;
/** UTF-16 units of one delta: written as `\uXXXX` each, they still fit into an event's 24 KB. */
const MAX_DELTA_LENGTH = 3_900;

/**
 * Collects the text of an answer that is being written, as `message_delta` events. `offset` counts UTF-16 units from 0
 * for every message; a worker that replaces another begins again at 0. No delta ends inside a surrogate pair: the
 * first half waits for the second.
 */
export class Deltas {
  readonly #offsets = new Map<string, number>();
  #messageId = '';
  #text = '';
  #lastAt = Number.NEGATIVE_INFINITY;

  /** Adds text. Returns the events that must go first because another message begins. */
  add(messageId: string, text: string, now: number): NewEvent[] {
    const before = messageId === this.#messageId ? [] : this.take(now);
    if (messageId !== this.#messageId) {
      this.#messageId = messageId;
      this.#text = '';
    }
    this.#text += text;
    return before;
  }

  /** The message starts over: what comes next replaces all of it. */
  restart(messageId: string, now: number): NewEvent[] {
    const before = this.take(now);
    this.#text = '';
    this.#offsets.set(messageId, 0);
    return before;
  }

  /** When the next delta may be sent, or `undefined` while nothing waits. */
  get dueAt(): number | undefined {
    return this.#sendable === 0 ? undefined : this.#lastAt + DELTA_INTERVAL;
  }

  /** All that waits, as events; a first half of a pair stays. */
  take(now: number): NewEvent[] {
    const whole = this.#sendable;
    const events: NewEvent[] = [];
    let offset = this.#offsets.get(this.#messageId) ?? 0;
    for (let from = 0; from < whole; ) {
      const to = Math.min(whole, from + MAX_DELTA_LENGTH);
      const text = this.#text.slice(from, to < whole && isFirstHalf(this.#text, to - 1) ? to - 1 : to);
      events.push({ event_type: 'message_delta', payload: { message_id: this.#messageId, offset, text } });
      offset += text.length;
      from += text.length;
    }
    if (events.length === 0) return events;
    this.#offsets.set(this.#messageId, offset);
    this.#text = this.#text.slice(whole);
    this.#lastAt = now;
    return events;
  }

  get #sendable(): number {
    return isFirstHalf(this.#text, this.#text.length - 1) ? this.#text.length - 1 : this.#text.length;
  }
}

const isFirstHalf = (text: string, index: number): boolean => {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
};
