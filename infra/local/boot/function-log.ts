import { createWriteStream, type WriteStream } from 'node:fs';

export type LogLine = (functionName: string, text: string) => void;

/** How much of the newest output is kept in memory. */
const KEPT_LINES = 500;
/** After a failure, until the file is tried again. */
const REST_MS = 5_000;

type Options = { also?: LogLine | undefined; now?: () => number };

/** What functions write to their outputs: the newest lines in memory, all of it in a file when there is one. */
export class FunctionLog {
  readonly #path: string | undefined;
  readonly #also: LogLine | undefined;
  readonly #now: () => number;
  readonly #lines: string[] = [];
  #file: WriteStream | undefined;
  #restsUntil = 0;
  #missed = 0;

  constructor(path: string | undefined, { also, now = Date.now }: Options = {}) {
    this.#path = path;
    this.#also = also;
    this.#now = now;
    this.#open();
  }

  readonly write: LogLine = (functionName, text) => {
    const lines = text.split('\n').filter((line) => line !== '');
    if (this.#file === undefined && this.#now() >= this.#restsUntil) this.#open();
    for (const line of lines) {
      this.#lines.push(`${functionName} ${line}`);
      if (this.#file) this.#append(this.#file, `${functionName} ${line}`, 1);
      else this.#missed += 1;
    }
    this.#lines.splice(0, this.#lines.length - KEPT_LINES);
    this.#also?.(functionName, text);
  };

  get newest(): readonly string[] {
    return this.#lines;
  }

  async close(): Promise<void> {
    const file = this.#file;
    if (file) await new Promise<void>((resolve) => file.end(resolve));
  }

  /** The system does not end because its log cannot be written, on a full disk say: the file has a gap, and says so. */
  #open(): void {
    if (this.#path === undefined) return;
    const file = createWriteStream(this.#path, { flags: 'a', mode: 0o600 });
    file.on('error', (error) => {
      if (this.#file !== file) return;
      this.#file = undefined;
      this.#restsUntil = this.#now() + REST_MS;
      process.emitWarning(`${this.#path} cannot be written for now: ${error.message}`);
    });
    this.#file = file;
    const missed = this.#missed;
    this.#missed = 0;
    if (missed > 0) this.#append(file, `${missed} lines are missing here`, missed);
  }

  /** `lines`: how many go missing if this cannot be written. */
  #append(file: WriteStream, text: string, lines: number): void {
    file.write(`${new Date(this.#now()).toISOString()} ${text}\n`, (error) => {
      if (error) this.#missed += lines;
    });
  }
}
