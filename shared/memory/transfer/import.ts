import { type FieldError, Unprocessable } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { supersede } from '../history/supersede.ts';
import { type MemoryRecord, memoryRecord } from '../record/memory-record.ts';
import type { RememberOptions } from '../record/remember.ts';
import { writeRecords } from '../record/write.ts';
import type { MemoryAccess } from '../store/access.ts';
import { pruneSurplus } from '../upkeep/prune-surplus.ts';

/** Lines of one import. Each is embedded, so more would not be done within a request. */
export const MAX_IMPORT_LINES = 10_000;
const MAX_IMPORT_ERRORS = 20;
/** Records written together: their embeddings are one request. */
const BATCH_SIZE = 64;

const importable = memoryRecord.extend({
  id: memoryRecord.shape.id.optional(),
  created_at: memoryRecord.shape.created_at.optional(),
});

/**
 * Reads NDJSON and remembers it all, or nothing if a line is wrong. A line with the id of a memory replaces that. Past
 * `maxVectors` the least worth keeping are pruned, and what others of them or newer memories contradict is history, as after
 * any other new memory.
 */
export const importAll = async (
  access: MemoryAccess,
  scope: ProjectScope,
  agent: string,
  ndjson: string,
  { maxVectors, signal }: Pick<RememberOptions, 'maxVectors' | 'signal'> = {},
): Promise<{ imported: number }> => {
  const records = [...recordsOf(ndjson, access.clock.now()).values()];
  for (let from = 0; from < records.length; from += BATCH_SIZE) {
    const { payloads } = await writeRecords(access, scope, agent, records.slice(from, from + BATCH_SIZE), { signal });
    await supersede(await access.open(scope, agent, signal), payloads);
    await pruneSurplus(access, scope, agent, maxVectors);
  }
  return { imported: records.length };
};

/** By id, the last line of each id. Lines without a time are taken for written one after the other, a millisecond apart. */
const recordsOf = (ndjson: string, now: number): Map<string, MemoryRecord> => {
  const lines = ndjson.split('\n').map((line) => line.trim());
  if (lines.filter(Boolean).length > MAX_IMPORT_LINES) {
    throw new Unprocessable(`An import has at most ${MAX_IMPORT_LINES} lines. Divide it.`);
  }
  const errors: FieldError[] = [];
  const records = new Map<string, MemoryRecord>();
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const read = importable.safeParse(parsed(line));
    if (read.success) {
      const { id = newId('mem', now), created_at = new Date(now + index).toISOString(), ...rest } = read.data;
      records.set(id, { ...rest, id, created_at });
    } else {
      errors.push(
        ...read.error.issues.map(({ path, message }) => ({ path: ['lines', index + 1, ...path].join('.'), message })),
      );
    }
    if (errors.length >= MAX_IMPORT_ERRORS) break;
  }
  if (errors.length > 0) {
    throw new Unprocessable('The import has lines that are not memories; nothing was imported.', { errors });
  }
  return records;
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    // Refused by the schema, with the number of the line.
    return undefined;
  }
};
