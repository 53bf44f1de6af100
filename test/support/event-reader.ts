import type { SessionEvent } from '../../shared/events/index.ts';

/**
 * A client's view of one session, by the rules clients follow: events count only in the order of their numbers, a second
 * copy is ignored, a later one waits; a delta replaces the text from its offset on, `message_created` replaces it whole,
 * and a delta past the text held (after a gap) waits for that.
 */
export class EventReader {
  readonly events: SessionEvent[] = [];
  readonly #waiting = new Map<number, SessionEvent>();
  readonly #texts = new Map<string, string>();
  #applied: number;

  constructor(applied = 0) {
    this.#applied = applied;
  }

  /** The last number of the unbroken row that was applied. */
  get applied(): number {
    return this.#applied;
  }

  /** Later numbers are there, an earlier one is not. */
  get hasGap(): boolean {
    return this.#waiting.size > 0;
  }

  textOf(message: string): string | undefined {
    return this.#texts.get(message);
  }

  /** Whether the number was new. */
  take(event: SessionEvent): boolean {
    if (event.event_id <= this.#applied || this.#waiting.has(event.event_id)) return false;
    this.#waiting.set(event.event_id, event);
    for (;;) {
      const next = this.#waiting.get(this.#applied + 1);
      if (!next) return true;
      this.#waiting.delete(next.event_id);
      this.#apply(next);
    }
  }

  /** After a `gap` line: what came before `first` is gone, or was never there. */
  skipTo(first: number): void {
    this.#applied = first - 1;
    for (const number of this.#waiting.keys()) if (number <= this.#applied) this.#waiting.delete(number);
  }

  #apply(event: SessionEvent): void {
    this.#applied = event.event_id;
    this.events.push(event);
    const { message_id, offset, text, content } = event.payload;
    const id = String(message_id);
    if (event.event_type === 'message_created') this.#texts.set(id, String(content));
    if (event.event_type !== 'message_delta') return;
    const held = this.#texts.get(id) ?? '';
    if (Number(offset) <= held.length) this.#texts.set(id, held.slice(0, Number(offset)) + String(text));
  }
}
