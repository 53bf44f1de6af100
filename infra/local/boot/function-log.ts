import { createWriteStream, type WriteStream } from 'node:fs';

export type LogLine = (functionName: string, text: string) => void;

/** How much of the newest output is kept in memory. */
const KEPT_LINES = 500;

/** What functions write to their outputs: the newest lines in memory, all of it in a file when there is one. */
export class FunctionLog {
  readonly #file: WriteStream | undefined;
  readonly #also: LogLine | undefined;
  readonly #lines: string[] = [];

  constructor(file: string | undefined, also?: LogLine) {
    this.#file = file === undefined ? undefined : createWriteStream(file, { flags: 'a', mode: 0o600 });
    this.#also = also;
  }

  readonly write: LogLine = (functionName, text) => {
    const lines = text.split('\n').filter((line) => line !== '');
    for (const line of lines) {
      this.#lines.push(`${functionName} ${line}`);
      this.#file?.write(`${new Date().toISOString()} ${functionName} ${line}\n`);
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
}
