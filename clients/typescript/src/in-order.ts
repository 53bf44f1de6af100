import { type Gap, isGap, type SessionEvent } from './events.ts';

/** Puts what comes over a socket in order: an event that was told is not told again, one that comes early waits for its turn. */
export class InOrder {
  #last: number;
  readonly #early = new Map<number, SessionEvent>();

  constructor(last: number) {
    this.#last = last;
  }

  /** The number up to which nothing is missing. */
  get last(): number {
    return this.#last;
  }

  /** Later events are here, and one before them is not. */
  get hasHole(): boolean {
    return this.#early.size > 0;
  }

  /** What may be told now. After a gap numbers go on with the first there is, which may be lower than those seen before. */
  take(line: SessionEvent | Gap): (SessionEvent | Gap)[] {
    if (!isGap(line)) {
      if (line.event_id > this.#last) this.#early.set(line.event_id, line);
      return this.#due();
    }
    this.#last = line.payload.first_available - 1;
    for (const number of this.#early.keys()) if (number <= this.#last) this.#early.delete(number);
    return [line, ...this.#due()];
  }

  #due(): SessionEvent[] {
    const due: SessionEvent[] = [];
    for (let next = this.#early.get(this.#last + 1); next; next = this.#early.get(this.#last + 1)) {
      this.#last = next.event_id;
      this.#early.delete(next.event_id);
      due.push(next);
    }
    return due;
  }
}
