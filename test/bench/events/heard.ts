import { setTimeout as wait } from 'node:timers/promises';

/** What one client was sent. `frames`: texts over a socket, or lines of a stream. */
export type Heard = { frames: number; bytes: number; latencies: number[]; numbers: Set<number> };

type Line = { event_id?: number; timestamp: string };

/** Milliseconds after which what has not come was lost: its client would find out with its next ping. */
const MAX_WAIT = 10_000;

/** Notes what clients are told, and when: the events' times are of the same clock. */
export class Hearing {
  #all: Heard[] = [];

  get all(): readonly Heard[] {
    return this.#all;
  }

  client(): Heard {
    const own: Heard = { frames: 0, bytes: 0, latencies: [], numbers: new Set() };
    this.#all.push(own);
    return own;
  }

  note(own: Heard, bytes: number, lines: Line[]): void {
    const now = Date.now();
    own.frames += 1;
    own.bytes += bytes;
    for (const { event_id, timestamp } of lines) {
      if (event_id === undefined) continue;
      own.numbers.add(event_id);
      own.latencies.push(now - Date.parse(timestamp));
    }
  }

  /** Forgets what was heard so far: a warm-up. */
  forget(): void {
    for (const own of this.#all) Object.assign(own, { frames: 0, bytes: 0, latencies: [], numbers: new Set() });
  }

  /** Waits until everybody was told so many events, or nobody is told any more. Gives how many were not told. */
  async told(events: number): Promise<number> {
    let missing = Number.POSITIVE_INFINITY;
    for (let quiet = 0; quiet < MAX_WAIT; quiet += 20) {
      const now = this.#all.reduce((sum, { numbers }) => sum + events - numbers.size, 0);
      if (now === 0) return 0;
      if (now < missing) [missing, quiet] = [now, 0];
      await wait(20);
    }
    return missing;
  }

  get latencies(): number[] {
    return this.#all.flatMap((own) => own.latencies);
  }

  sum(of: 'frames' | 'bytes'): number {
    return this.#all.reduce((total, own) => total + own[of], 0);
  }
}
