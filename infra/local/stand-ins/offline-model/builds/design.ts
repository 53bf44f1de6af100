import { basePart, commandsIn, packageOf } from './files.ts';
import { kindIn, linesOf, section } from './input.ts';
import type { Kind, Part } from './kinds/kind.ts';
import { note } from './note.ts';

const FRESH = 'The template comes first, with the files that are not named here.';

/** Whether nothing in the project is in the way of the template and the kind's own files. */
export const isFresh = (kind: Kind, paths: readonly string[]): boolean =>
  ![basePart(kind), ...kind.parts].some((part) => part.files.some(({ path }) => paths.includes(path)));

const STAYS = 'The program stays as it is; one file beside it is written.';
const standsOn = ({ template }: Kind): string =>
  `It stands on the template ${template}: what it does lies in modules that know no browser and no network, so that its tests need neither.`;

/** How it is built. `packageJson`: the project's own, where it has one. */
export function design(input: string, packageJson: string | undefined): object {
  const kind = kindIn(section(input, 'Specification'));
  const paths = linesOf(section(input, 'Files of the project'));
  const begins = kind !== note && isFresh(kind, paths);
  return {
    overview: [kind === note ? STAYS : standsOn(kind), ...(begins ? [FRESH] : [])].join(' '),
    files: kind.parts.flatMap(({ files }) => files),
    ...commandsIn(packageJson ?? (begins ? packageOf(kind) : '{}')),
  };
}

/** The tasks: those of the kind, after the template where there is none yet; without those that are done. */
export function divide(input: string): object {
  const kind = kindIn(section(input, 'Specification'));
  const begins = section(input, 'Architecture').includes(FRESH);
  const done = linesOf(section(input, 'Tasks that are done already'));
  const isDone = ({ title }: Part): boolean => done.some((line) => line.endsWith(`: ${title}`));
  const parts = [...(begins ? [basePart(kind)] : []), ...kind.parts];
  const tasks = parts.filter((part) => !isDone(part));
  const reason = section(input, 'Why it is planned again');
  // All is there, and the person wants something else: there is no rule for that.
  if (tasks.length === 0 || done.some((line) => line.endsWith(`: ${noteTitle}`))) return { tasks: [noteOf(reason)] };
  const ids = new Set(tasks.map(({ id }) => id));
  const before = ({ id, after = [] }: Part): string[] => {
    const wanted = id === 'base' ? [] : ['base', ...after];
    return wanted.filter((one) => ids.has(one));
  };
  return {
    tasks: tasks.map((part) => ({
      id: part.id,
      title: part.title,
      description: `Write ${part.files.map(({ path }) => path).join(', ')}.`,
      depends_on: before(part),
    })),
  };
}

const { id: noteId, title: noteTitle } = note.parts[0]!;

const noteOf = (reason: string) => ({
  id: noteId,
  title: noteTitle,
  description: reason.replace(/\s+/g, ' ').slice(0, 300) || 'Something else.',
  depends_on: [],
});

/** The task of the plan with this title. */
export const partOf = (kind: Kind, title: string): Part | undefined =>
  [basePart(kind), ...kind.parts].find((part) => part.title === title);
