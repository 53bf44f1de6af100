import { type FieldError, Unprocessable } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { MemoryAccess } from './access.ts';
import { exported } from './payload.ts';
import { type MemoryRecord, memoryRecord } from './record.ts';
import { pruneSurplus, type RememberOptions, writeRecords } from './remember.ts';

const PAGE = 100;
/** Lines of one import. Each is embedded, so more would not be done within a request. */
export const MAX_IMPORT_LINES = 10_000;
const MAX_IMPORT_ERRORS = 20;
/** Records written together: their embeddings are one request. */
const BATCH_SIZE = 64;

/** One page of NDJSON lines, each with its newline, in no particular order. `next` asks for the following one. */
export const exportPage = async (
  access: MemoryAccess,
  scope: ProjectScope,
  agent: string,
  after?: string,
  limit: number = PAGE,
): Promise<{ lines: string[]; next: string | undefined }> => {
  const store = await access.open(scope, agent);
  const { payloads, next } = await store.page({}, limit, after);
  return { lines: payloads.map((payload) => `${JSON.stringify(exported(payload))}\n`), next };
};

/** Of one part of an export: well within what an import takes, and Lambda's 6 MB of an answer. */
export const MAX_PART_BYTES = 1_500_000;

/**
 * Lines up to `MAX_PART_BYTES`. A page that does not fit is read again in smaller pages, so that the limit holds whatever the
 * memories' lengths are; a single one is always far below it.
 */
export const exportPart = async (
  access: MemoryAccess,
  scope: ProjectScope,
  agent: string,
  after?: string,
): Promise<{ lines: string[]; next: string | undefined }> => {
  const lines: string[] = [];
  let next = after;
  let bytes = 0;
  let size = PAGE;
  for (;;) {
    const page = await exportPage(access, scope, agent, next, size);
    const pageBytes = page.lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
    if (bytes + pageBytes <= MAX_PART_BYTES) {
      lines.push(...page.lines);
      bytes += pageBytes;
      next = page.next;
      if (next === undefined) break;
    } else if (size > 1) size = Math.ceil(size / 4);
    else break;
  }
  return { lines, next };
};

/** Whether a text has the form of an export page's `next`. */
export const isExportCursor = (after: string): boolean =>
  /^artel_memory_\d{1,6}(_[0-9a-f]{32})?(:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/.test(after);

/** Everything an agent remembers, as NDJSON lines; holds one page at a time. */
export async function* exportAll(access: MemoryAccess, scope: ProjectScope, agent: string): AsyncGenerator<string> {
  let after: string | undefined;
  do {
    const { lines, next } = await exportPage(access, scope, agent, after);
    yield* lines;
    after = next;
  } while (after !== undefined);
}

const importable = memoryRecord.extend({
  id: memoryRecord.shape.id.optional(),
  created_at: memoryRecord.shape.created_at.optional(),
});

/**
 * Reads NDJSON and remembers it all, or nothing if a line is wrong. A line with the id of a memory replaces that. Past
 * `maxVectors` the least worth keeping are pruned, as after any other new memory.
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
    await writeRecords(access, scope, agent, records.slice(from, from + BATCH_SIZE), signal);
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
