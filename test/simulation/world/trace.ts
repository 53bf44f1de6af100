import { createHash } from 'node:crypto';

/** What happened, a line each. Its digest tells whether two simulations were the same, byte for byte. */
export class Trace {
  readonly lines: string[] = [];
  readonly #digest = createHash('sha256');
  readonly #keeps: boolean;
  count = 0;

  constructor({ keeps }: { keeps: boolean }) {
    this.#keeps = keeps;
  }

  add(line: string): void {
    this.count += 1;
    this.#digest.update(line).update('\n');
    if (this.#keeps) this.lines.push(line);
  }

  digest(): string {
    return this.#digest.copy().digest('hex');
  }
}
