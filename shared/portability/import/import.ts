import * as z from 'zod';
import type { Origin } from '../../audit/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import { Conflict } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { beginImport, endImport, endPart, type Importing, importUnderWay } from '../../projects/index.ts';
import { type PrefixRange, queryPage, ranges } from '../../store/index.ts';
import { listSecrets } from '../../vault/index.ts';
import { listFiles } from '../../workspace/index.ts';
import { everyOne } from '../pages.ts';
import { readPart } from './read.ts';
import { writeContents } from './write.ts';

const counts = z.record(z.string(), z.int().min(0));

export const importSummarySchema = z
  .object({
    /** Of an export in parts: more are to come. */
    state: z.enum(['importing', 'imported']),
    part: z.int().min(1),
    /** Lines of each kind in this part. */
    imported: counts,
    left_out: counts,
    /** Names of secrets the export had and this project has not: only their owner knows the values. */
    missing_secrets: z.array(z.string()),
  })
  .meta({ id: 'ImportSummary' });
export type ImportSummary = z.infer<typeof importSummarySchema>;

type Options = {
  /** The project in the export. */
  from?: string | undefined;
  /** Counts from 1; without one, the text is the whole export. */
  part?: number | undefined;
  origin: Partial<Origin>;
  signal?: AbortSignal | undefined;
  clock?: Clock;
};

/**
 * Fills an empty project from an export, whole or part by part. Every line of a part is checked before the first is written.
 * One that broke off has written some of it; the same again goes on, and no other is taken until then. Throws 409 for a
 * project that is not empty, and for a part whose turn it is not.
 */
export const importProject = async (
  project: ProjectScope,
  ndjson: string,
  { from, part, origin, signal, clock = systemClock }: Options,
): Promise<ImportSummary> => {
  const now = clock.now();
  const number = part ?? 1;
  const mark = `${number} ${sha256(`${from ?? ''}\n${ndjson}`)}`;
  const { mark: read, done } = await importUnderWay(project);
  const isWritten = read === mark && done?.part === number;
  if (read !== mark) await requireTurn(project, number, { mark: read, done });
  const before = number === 1 || isWritten ? undefined : done;
  const { contents, ...reading } = await readPart(project, { ndjson, part, from, before, now });
  if (!isWritten) {
    await beginImport(project, { mark, read, origin, now });
    await writeContents(project, contents, { mark, origin, signal, clock });
  }
  const stored = new Set<string>();
  for await (const { name } of everyOne((page) => listSecrets(project, page))) stored.add(name);
  if (!isWritten) await (reading.isLast ? endImport(project, mark) : endPart(project, mark, reading.done));
  return {
    state: reading.isLast ? 'imported' : 'importing',
    part: number,
    imported: contents.imported,
    left_out: contents.leftOut,
    missing_secrets: [...contents.secrets].filter((name) => !stored.has(name)).sort(),
  };
};

/** The first part fills an empty project; each other follows the one that was written before it. */
const requireTurn = async (project: ProjectScope, part: number, { mark, done }: Importing): Promise<void> => {
  if (part === 1 && done === undefined) return await requireEmpty(project);
  const wasBegun = mark?.startsWith(`${part} `) === true;
  if (wasBegun) throw new Conflict(`Part ${part} was begun with another text and is not done. Repeat that one.`);
  if (done !== undefined && part === done.part + 1) return;
  if (done !== undefined) throw new Conflict(`It is not the turn of part ${part}. The next is part ${done.part + 1}.`);
  throw new Conflict(
    'No import waits for a part here: it has ended, or has not begun. Part 1 goes into an empty project.',
  );
};

/** Secrets may be there: whoever imports an agent that needs them may have entered them first. */
const requireEmpty = async (project: ProjectScope): Promise<void> => {
  const holds = async (range: PrefixRange) => (await queryPage({ ...range, limit: 1 })).items.length > 0;
  const standing = {
    agents: await holds(ranges.agents(project)),
    sessions: await holds(ranges.sessions(project)),
    runs: await holds(ranges.runs(project)),
    files: (await listFiles(project, { limit: 1 })).items.length > 0,
    'what is still being removed': await holds(ranges.removed(project)),
  };
  const found = Object.entries(standing).flatMap(([what, isThere]) => (isThere ? [what] : []));
  if (found.length > 0) throw new Conflict(`An import fills an empty project. This one has ${found.join(', ')}.`);
};
