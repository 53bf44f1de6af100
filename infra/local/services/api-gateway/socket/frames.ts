const MASKED = 0x80;
const LENGTH = 0x7f;

/**
 * Watches the bytes a client sends for a frame longer than allowed: `ws` counts whole messages only, while API Gateway
 * limits each frame (RFC 6455, section 5.2) as well.
 */
export class FrameMeter {
  readonly #limit: number;
  readonly #onExcess: () => void;
  #header = Buffer.alloc(0);
  #skip = 0;
  #done = false;

  constructor(limit: number, onExcess: () => void) {
    this.#limit = limit;
    this.#onExcess = onExcess;
  }

  /** Takes the next bytes, cut wherever TCP cut them. Calls back once, at the header of the first frame too long. */
  read(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length && !this.#done) {
      if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, chunk.length - at);
        this.#skip -= skipped;
        at += skipped;
        continue;
      }
      this.#header = Buffer.concat([this.#header, chunk.subarray(at, at + 1)]);
      at += 1;
      const size = headerSize(this.#header);
      if (size === undefined || this.#header.length < size) continue;
      const length = payloadLength(this.#header);
      this.#header = Buffer.alloc(0);
      this.#skip = length;
      if (length > this.#limit) {
        this.#done = true;
        this.#onExcess();
      }
    }
  }
}

function headerSize(header: Buffer): number | undefined {
  const second = header[1];
  if (second === undefined) return undefined;
  const length = second & LENGTH;
  return 2 + (length === 126 ? 2 : length === 127 ? 8 : 0) + (second & MASKED ? 4 : 0);
}

function payloadLength(header: Buffer): number {
  const length = (header[1] ?? 0) & LENGTH;
  if (length === 126) return header.readUInt16BE(2);
  return length === 127 ? Number(header.readBigUInt64BE(2)) : length;
}
