import type { ProjectScope } from '../../core/scope.ts';
import { exported } from '../record/payload.ts';
import type { MemoryAccess } from '../store/access.ts';

const PAGE = 100;

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

const IN_COLLECTIONS = /^artel_memory_\d{1,6}(_[0-9a-f]{32})?(:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/;
const IN_TABLE = /^\d{1,16}:[A-Za-z0-9_.-]{1,128}$/;

/** Whether a text has the form of an export page's `next`, in either store. */
export const isExportCursor = (after: string): boolean => IN_COLLECTIONS.test(after) || IN_TABLE.test(after);

/** Everything an agent remembers, as NDJSON lines; holds one page at a time. */
export async function* exportAll(access: MemoryAccess, scope: ProjectScope, agent: string): AsyncGenerator<string> {
  let after: string | undefined;
  do {
    const { lines, next } = await exportPage(access, scope, agent, after);
    yield* lines;
    after = next;
  } while (after !== undefined);
}
