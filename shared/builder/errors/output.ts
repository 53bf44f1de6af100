import type { CapturedError } from './captured.ts';

/** Of one command: after that many errors the rest is noise. */
const MAX_ERRORS = 50;
const MAX_LINE = 1_000;
const MAX_STACK_LINES = 50;

/** `TypeError: …`, `AssertionError [ERR_ASSERTION]: …`, also after `Uncaught` or a mark. */
const NAMED = /^\s*(?:Uncaught (?:\(in promise\) )?)?((?:[A-Z]\w*)?(?:Error|Exception)(?: \[\w+\])?: .+)$/;
/** esbuild's own mark. */
const ESBUILD = /^(?:✘|X|error:)?\s*\[ERROR\] (.+)$/;
/** QuickJS about an error that nobody caught. */
const QUICKJS = /^at \S+ \([^()]+\): (.+)$/;
const FRAME = /^\s+at |^\s*[\w$.<>/]*@\S+:\d+/;
const ESBUILD_PLACE = /^\s+\S+:\d+:\d+:\s*$/;

/** The errors that the output of a command tells of, with their traces, in their order. */
export const errorsIn = (output: string, source: CapturedError['source']): CapturedError[] => {
  const lines = output.split('\n').map((line) => line.slice(0, MAX_LINE).trimEnd());
  const errors: CapturedError[] = [];
  for (const [index, line] of lines.entries()) {
    if (errors.length === MAX_ERRORS) break;
    const uncaught = QUICKJS.exec(line);
    if (uncaught?.[1]) {
      errors.push({ source, message: uncaught[1], stack: line });
      continue;
    }
    const message = NAMED.exec(line)?.[1] ?? ESBUILD.exec(line)?.[1];
    if (message === undefined) continue;
    const stack = traceBelow(lines, index + 1);
    errors.push({ source, message, ...(stack === '' ? {} : { stack }) });
  }
  return errors;
};

/** The first run of frames below a message, before the next one. A message may have further lines of its own. */
const traceBelow = (lines: readonly string[], from: number): string => {
  const trace: string[] = [];
  for (const line of lines.slice(from, from + MAX_STACK_LINES)) {
    if (FRAME.test(line) || ESBUILD_PLACE.test(line)) trace.push(line);
    else if (trace.length > 0 || NAMED.test(line) || ESBUILD.test(line)) break;
  }
  return trace.join('\n');
};
