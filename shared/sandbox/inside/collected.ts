/** Bytes as they come, up to a limit. */
export class Collected {
  readonly #limit: number;
  readonly #parts: Buffer[] = [];
  #length = 0;
  isCut = false;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  /** False if there was more than is kept. */
  add(part: Buffer): boolean {
    const room = this.#limit - this.#length;
    if (part.length > room) this.isCut = true;
    const kept = part.subarray(0, Math.max(0, room));
    this.#parts.push(kept);
    this.#length += kept.length;
    return !this.isCut;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }

  /** A character that was cut in its middle is shown as such. */
  text(): string {
    return this.bytes().toString('utf8');
  }
}
