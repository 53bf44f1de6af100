/** What pushers say in their logs, which nobody else learns: clients only see that a number is missing. */
export class Pushed {
  failed = 0;
  gone = 0;

  /** Takes what a function wrote. */
  readonly note = (_name: string, text: string): void => {
    for (const line of text.split('\n')) {
      if (!line.includes('events pushed')) continue;
      this.failed += numberIn(line, /"failed":\s*(\d+)/);
      this.gone += numberIn(line, /"gone":\s*(\d+)/);
    }
  };
}

const numberIn = (line: string, pattern: RegExp): number => Number(pattern.exec(line)?.[1] ?? 0);
