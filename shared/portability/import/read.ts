import * as z from 'zod';
import { type FieldError, Unprocessable } from '../../core/errors.ts';
import { isDeeperThan, MAX_JSON_DEPTH } from '../../core/json/bounds.ts';
import type { ProjectScope } from '../../core/scope.ts';
import type { ImportedParts } from '../../projects/index.ts';
import { EXPORT_VERSION, exportLineSchema, type Line } from '../line.ts';
import { Contents, type Report } from './contents.ts';
import { checkReferences } from './references.ts';
import { checkSize } from './size.ts';

const MAX_ERRORS = 20;
/** So that what is refused is told and not counted for long. */
const MAX_LINES = 50_000;

const NOT_WHOLE = 'An export ends with a line that counts what it has: this one is not whole.';

const first = z.object({ version: z.literal(EXPORT_VERSION) });
const last = z.object({ counts: z.record(z.string(), z.int().min(0)) });

/** `part` counts from 1; without one, the text is the whole export. `before`: what the parts before have had. */
export type Part = {
  ndjson: string;
  part: number | undefined;
  from: string | undefined;
  before: ImportedParts | undefined;
  now: number;
};

/** `isLast`: the export ends with this part. */
export type ReadPart = { contents: Contents; done: ImportedParts; isLast: boolean };

/**
 * Reads a part of an export and checks every line before any of it is written; of an export of everything, the lines of
 * `from`, or of its only project. Throws 422 that names the first lines that are wrong.
 */
export const readPart = async (
  project: ProjectScope,
  { ndjson, part, from: named, before, now }: Part,
): Promise<ReadPart> => {
  const errors: FieldError[] = [];
  const report = (line: number, path: PropertyKey[], message: string) => {
    if (errors.length < MAX_ERRORS) errors.push({ path: ['lines', line, ...path].map(String).join('.'), message });
  };
  const lines = linesOf(ndjson, report);
  const counts = { ...before?.counts };
  for (const { kind } of lines) if (kind !== 'export' && kind !== 'end') counts[kind] = (counts[kind] ?? 0) + 1;
  const isLast = lines.at(-1)?.kind === 'end';
  if (errors.length === 0) checkFrame(lines, { part, counts, report });
  const from = named ?? onlyProject(lines, before?.from);
  const contents = new Contents(now, report);
  for (const line of lines) if (line.project_id === from || line.project_id === undefined) contents.add(line);
  if (errors.length === 0) await checkReferences(project, contents, report);
  if (errors.length > 0) {
    throw new Unprocessable('The import has lines that are wrong; nothing of them was imported.', { errors });
  }
  checkSize(contents);
  return { contents, done: { part: part ?? 1, counts, ...(from !== undefined && { from }) }, isLast };
};

type Numbered = Line & { number: number };

const linesOf = (ndjson: string, report: Report): Numbered[] => {
  const texts = ndjson.split('\n');
  if (texts.length > MAX_LINES) throw new Unprocessable(`A part of an import has at most ${MAX_LINES} lines.`);
  return texts.flatMap((text, index) => {
    if (text.trim() === '') return [];
    const value = parsed(text);
    if (value === undefined) {
      report(index + 1, [], 'Is not JSON, or nested too deep.');
      return [];
    }
    const read = exportLineSchema.safeParse(value);
    if (read.success) return [{ ...read.data, number: index + 1 }];
    for (const { path, message } of read.error.issues) report(index + 1, path, message);
    return [];
  });
};

/** `undefined`: it cannot be taken as JSON. */
const parsed = (text: string): unknown => {
  try {
    const value = JSON.parse(text) as unknown;
    return isDeeperThan(MAX_JSON_DEPTH, value) ? undefined : value;
  } catch {
    // A SyntaxError: the line is named, not what is in it.
    return undefined;
  }
};

type Frame = { part: number | undefined; counts: Record<string, number>; report: Report };

/** The first line says the version, the last how many there were; a kind may be left out whole, but not in part. */
const checkFrame = (lines: readonly Numbered[], { part, counts, report }: Frame): void => {
  const [head, end] = [lines[0], lines.at(-1)];
  for (const { kind, number } of lines.slice(1, -1))
    if (kind === 'export' || kind === 'end')
      report(number, ['kind'], 'Stands at the beginning or the end of an export.');
  const isBeginning = head?.kind === 'export' && first.safeParse(head.value).success;
  if ((part ?? 1) === 1 && !isBeginning)
    report(1, [], `Must be the first line of an export of version ${EXPORT_VERSION}.`);
  if ((part ?? 1) > 1 && head?.kind === 'export') report(1, [], 'Begins an export, and so its first part.');
  if (end?.kind !== 'end') {
    if (part === undefined) report(end?.number ?? 1, [], NOT_WHOLE);
    return;
  }
  const counted = last.safeParse(end.value).data?.counts;
  if (!counted) {
    report(end.number, [], NOT_WHOLE);
    return;
  }
  for (const [kind, found] of Object.entries(counts)) {
    if (found !== counted[kind])
      report(end.number, ['value', 'counts', kind], `There are ${found} of them. ${NOT_WHOLE}`);
  }
};

const onlyProject = (lines: readonly Line[], before: string | undefined): string | undefined => {
  const [project, ...more] = new Set([
    ...(before ? [before] : []),
    ...lines.flatMap(({ project_id }) => project_id ?? []),
  ]);
  if (more.length === 0) return project;
  throw new Unprocessable('The export has several projects; one is imported at a time.', {
    errors: [{ path: 'from', message: 'Name the project whose lines are wanted, by the id it has in the export.' }],
  });
};
