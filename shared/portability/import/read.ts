import * as z from 'zod';
import { type FieldError, Unprocessable } from '../../core/errors.ts';
import { isDeeperThan, MAX_JSON_DEPTH } from '../../core/json/bounds.ts';
import { EXPORT_VERSION, exportLineSchema, type Line } from '../line.ts';
import { Contents, NOT_WHOLE } from './contents.ts';

const MAX_ERRORS = 20;
/** So that what is refused is told and not counted for long. */
const MAX_LINES = 50_000;

const first = z.object({ version: z.literal(EXPORT_VERSION) });
const last = z.object({ counts: z.record(z.string(), z.int().min(0)) });

/**
 * Reads a whole export and checks every line before anything is written; of an export of everything, the lines of `from`, or
 * of its only project. Throws 422 that names the first lines that are wrong.
 */
export const readExport = (ndjson: string, { from, now }: { from?: string | undefined; now: number }): Contents => {
  const texts = ndjson.split('\n');
  if (texts.length > MAX_LINES) throw new Unprocessable(`An import has at most ${MAX_LINES} lines.`);
  const errors: FieldError[] = [];
  const report = (line: number, path: PropertyKey[], message: string) => {
    if (errors.length < MAX_ERRORS) errors.push({ path: ['lines', line, ...path].map(String).join('.'), message });
  };
  const lines = texts.flatMap((text, index) => {
    if (text.trim() === '') return [];
    const read = exportLineSchema.safeParse(parsed(text));
    if (read.success) return [{ ...read.data, number: index + 1 }];
    for (const { path, message } of read.error.issues) report(index + 1, path, message);
    return [];
  });
  if (errors.length === 0) checkFrame(lines, report);
  const project = from ?? onlyProject(lines);
  const contents = new Contents(now, report);
  for (const line of lines) if (line.project_id === project || line.project_id === undefined) contents.add(line);
  contents.checkReferences();
  if (errors.length > 0)
    throw new Unprocessable('The import has lines that are wrong; nothing was imported.', { errors });
  return contents;
};

const parsed = (text: string): unknown => {
  try {
    const value = JSON.parse(text) as unknown;
    return isDeeperThan(MAX_JSON_DEPTH, value) ? undefined : value;
  } catch {
    // Refused by the schema, with the number of the line.
    return undefined;
  }
};

type Report = (line: number, path: PropertyKey[], message: string) => void;

/** The first line says the version, the last how many there were; a kind may be left out whole, but not in part. */
const checkFrame = (lines: readonly (Line & { number: number })[], report: Report): void => {
  const [head, end] = [lines[0], lines.at(-1)];
  if (head?.kind !== 'export' || !first.safeParse(head.value).success) {
    report(1, [], `Must be the first line of an export of version ${EXPORT_VERSION}.`);
  }
  const counts = end?.kind === 'end' ? last.safeParse(end.value).data?.counts : undefined;
  if (!counts) {
    report(end?.number ?? 1, [], NOT_WHOLE);
    return;
  }
  const found = Map.groupBy(lines, ({ kind }) => kind);
  for (const [kind, some] of found) {
    if (kind === 'export' || kind === 'end' || some.length === counts[kind]) continue;
    report(end?.number ?? 1, ['value', 'counts', kind], `There are ${some.length} of them. ${NOT_WHOLE}`);
  }
};

const onlyProject = (lines: readonly Line[]): string | undefined => {
  const [project, ...more] = new Set(lines.flatMap(({ project_id }) => project_id ?? []));
  if (more.length === 0) return project;
  throw new Unprocessable('The export has several projects; one is imported at a time.', {
    errors: [{ path: 'from', message: 'Name the project whose lines are wanted, by the id it has in the export.' }],
  });
};
