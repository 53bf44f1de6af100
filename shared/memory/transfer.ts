import { type FieldError, Unprocessable } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { ProjectScope } from '../core/scope.ts';
import type { Access } from './access.ts';
import { exported } from './payload.ts';
import { type MemoryRecord, memoryRecord } from './record.ts';
import { keep } from './remember.ts';

const PAGE = 100;
/** Lines of one import. Each is embedded, so more would not be done within a request. */
export const MOST_LINES = 10_000;
const MOST_ERRORS = 20;
/** Records written together: their embeddings are one request. */
const BATCH = 64;

/** One page of NDJSON lines, each with its newline, in no particular order. `next` asks for the following one. */
export const exportPage = async (
  access: Access,
  scope: ProjectScope,
  agent: string,
  after?: string,
  limit: number = PAGE,
): Promise<{ lines: string[]; next: string | undefined }> => {
  const store = await access.open(scope, agent);
  const { payloads, next } = await store.page({}, limit, after);
  return { lines: payloads.map((payload) => `${JSON.stringify(exported(payload))}\n`), next };
};

/** Whether a text can be the `next` of an export's page at all. */
export const isExportPlace = (after: string): boolean =>
  /^artel_memory_\d{1,6}(_[0-9a-f]{32})?(:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/.test(after);

/** Everything an agent remembers, as NDJSON lines; holds one page at a time. */
export async function* exportAll(access: Access, scope: ProjectScope, agent: string): AsyncGenerator<string> {
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

/** Reads NDJSON and remembers it all, or nothing if a line is wrong. A line with the id of a memory replaces that. */
export const importAll = async (
  access: Access,
  scope: ProjectScope,
  agent: string,
  ndjson: string,
  signal?: AbortSignal,
): Promise<{ imported: number }> => {
  const records = [...recordsOf(ndjson, access.clock.now()).values()];
  for (let from = 0; from < records.length; from += BATCH) {
    await keep(access, scope, agent, records.slice(from, from + BATCH), signal);
  }
  return { imported: records.length };
};

/** By id, the last line of each id. Lines without a time are taken for written one after the other, a millisecond apart. */
const recordsOf = (ndjson: string, now: number): Map<string, MemoryRecord> => {
  const lines = ndjson.split('\n').map((line) => line.trim());
  if (lines.filter(Boolean).length > MOST_LINES) {
    throw new Unprocessable(`An import has at most ${MOST_LINES} lines. Divide it.`);
  }
  const errors: FieldError[] = [];
  const records = new Map<string, MemoryRecord>();
  for (const [place, line] of lines.entries()) {
    if (line === '') continue;
    const read = importable.safeParse(parsed(line));
    if (read.success) {
      const { id = newId('mem', now), created_at = new Date(now + place).toISOString(), ...rest } = read.data;
      records.set(id, { ...rest, id, created_at });
    } else {
      errors.push(
        ...read.error.issues.map(({ path, message }) => ({ path: ['lines', place + 1, ...path].join('.'), message })),
      );
    }
    if (errors.length >= MOST_ERRORS) break;
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
