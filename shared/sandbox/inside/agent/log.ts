import type { ServiceLog } from '../../services.ts';

/** The newest bytes of what a service wrote. Offsets count from its beginning, so they stay true when the oldest go. */
export class Log {
  readonly #limit: number;
  #kept: Buffer = Buffer.alloc(0);
  #gone = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  add(part: Buffer): void {
    const all = Buffer.concat([this.#kept, part]);
    const surplus = Math.max(0, all.length - this.#limit);
    this.#kept = all.subarray(surplus);
    this.#gone += surplus;
  }

  from(offset: number): ServiceLog {
    const begin = Math.min(Math.max(0, offset - this.#gone), this.#kept.length);
    return {
      text: this.#kept.subarray(begin).toString('utf8'),
      next: this.#gone + this.#kept.length,
      isCut: offset < this.#gone,
    };
  }
}
