import * as z from 'zod';
import type { Origin } from '../../audit/index.ts';
import { type Clock, systemClock } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import { Conflict } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { beginImport, endImport, importedFile } from '../../projects/index.ts';
import { type PrefixRange, queryPage, ranges } from '../../store/index.ts';
import { listFiles } from '../../tools/index.ts';
import { listSecrets } from '../../vault/index.ts';
import { everyOne } from '../pages.ts';
import { readExport } from './read.ts';
import { writeContents } from './write.ts';

const counts = z.record(z.string(), z.int().min(0));

export const importSummarySchema = z
  .object({
    /** Lines of each kind. */
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
  origin: Partial<Origin>;
  signal?: AbortSignal | undefined;
  clock?: Clock;
};

/**
 * Fills an empty project from an export. Every line is checked before the first is written. An import that broke off has
 * written a part; the same file again goes on, and no other is taken until then. Throws 409 for a project that is not empty.
 */
export const importProject = async (
  project: ProjectScope,
  ndjson: string,
  { from, origin, signal, clock = systemClock }: Options,
): Promise<ImportSummary> => {
  const now = clock.now();
  const contents = readExport(ndjson, { from, now });
  const file = sha256(`${from ?? ''}\n${ndjson}`);
  const read = await importedFile(project);
  if (read !== file) await requireEmpty(project);
  await beginImport(project, { file, read, origin, now });
  await writeContents(project, contents, { file, origin, signal, clock });
  const stored = new Set<string>();
  for await (const { name } of everyOne((page) => listSecrets(project, page))) stored.add(name);
  await endImport(project, file);
  return {
    imported: contents.imported,
    left_out: contents.leftOut,
    missing_secrets: [...contents.secrets].filter((name) => !stored.has(name)).sort(),
  };
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
