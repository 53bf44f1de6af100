import { Writable } from 'node:stream';
import type { Schedule } from './schedule.ts';

/** Status and headers of a streamed response. */
export type Head = { statusCode: number; headers: Record<string, string> };

/** Few, so that a slow reader is waited for. */
const BUFFERED_BYTES = 512;

/** The client's end of a streamed response: takes every piece at once, or each only after a time. */
export class Reader extends Writable {
  head: Head | undefined;
  text = '';
  readonly #schedule: Schedule;
  readonly #pieceMs: number;

  constructor(schedule: Schedule, pieceMs: number) {
    super({ highWaterMark: BUFFERED_BYTES });
    this.#schedule = schedule;
    this.#pieceMs = pieceMs;
    // A client that leaves, or whose server dies, has nothing to say about it.
    this.on('error', () => undefined);
  }

  begin(head: Head): void {
    this.head = head;
  }

  /** Until everything that was sent is taken, or the connection is gone. */
  async taken(): Promise<void> {
    if (this.writableFinished || this.destroyed) return;
    await new Promise<void>((resolve) => {
      this.once('finish', resolve);
      this.once('close', resolve);
    });
  }

  override _write(piece: Buffer, _encoding: string, taken: () => void): void {
    this.text += piece.toString();
    if (this.#pieceMs === 0) taken();
    else this.#schedule.after(this.#pieceMs, taken);
  }
}
