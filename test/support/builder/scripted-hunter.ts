import type { Fix, Look } from '../../../shared/builder/roles/bug-hunter.ts';
import type { Advice } from '../../../shared/builder/roles/troubleshooter.ts';
import type { FilesByPath } from './drafted-files.ts';
import type { Defect } from './projects/defects.ts';
import type { Answering } from './recorded-steps.ts';

const lineNumber = (files: FilesByPath, path: string, text: string): number =>
  Buffer.from(files.get(path)?.content ?? '')
    .toString()
    .split('\n')
    .findIndex((line) => line.trim() === text) + 1;

export const ADVICE: Advice = {
  likely_cause: 'Something else.',
  next: ['Look at it with somebody who knows the data.'],
};

const NO_IDEA: Fix = { hypothesis: 'Nothing was shown.', edits: [], give_up: 'Nothing was shown.' };

/** A model that knows its trade: it looks in the right place, and mends the cause once it was shown the evidence. Else it gives up. */
export const competentHunter =
  ({ path, right, wrong, look }: Defect): Answering =>
  ({ name, role, input, files }) => {
    if (role === 'troubleshooter') return ADVICE;
    const at = look?.path ?? path;
    if (name.endsWith('/look')) {
      const logs = look
        ? [
            {
              path: at,
              line: lineNumber(files, at, look.text),
              text: look.text,
              label: look.label,
              expression: look.expression,
            },
          ]
        : [];
      return { suspicion: `It has to do with ${path}.`, logs } satisfies Look;
    }
    const log = input.slice(input.lastIndexOf('New log lines'));
    if (look && !log.includes(look.shows)) return NO_IDEA;
    return { hypothesis: `${path} has ${wrong}.`, edits: [{ path, find: wrong, replace: right }] } satisfies Fix;
  };

/** A model that is sure of the wrong thing: it gives these answers, one for each attempt, and the last one again and again. */
export const misleadingHunter =
  (fixes: readonly Fix['edits'][]): Answering =>
  ({ name, role }) => {
    if (role === 'troubleshooter') return ADVICE;
    if (name.endsWith('/look')) return { suspicion: 'It is the other file.', logs: [] } satisfies Look;
    const attempt = Number(/\/(\d+)\/fix/.exec(name)?.[1] ?? 1);
    return { hypothesis: 'It is surely this.', edits: [...(fixes[attempt - 1] ?? fixes.at(-1) ?? [])] } satisfies Fix;
  };
