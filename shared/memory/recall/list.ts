import type { ProjectScope } from '../../core/scope.ts';
import type { Memory } from '../record/memory-record.ts';
import { memoryOf, type Payload } from '../record/payload.ts';
import type { MemoryAccess } from '../store/access.ts';
import { filterOf, type SearchFilters } from './search-filter.ts';

export type Listing = {
  filters?: SearchFilters;
  limit?: number;
  after?: string | undefined;
  oldestFirst?: boolean;
  signal?: AbortSignal;
};

/** More memories than this never share a position: 2,048 of them lie in each millisecond. */
const MAX_PER_POSITION = 64;

/** Newest first unless asked otherwise. `next` continues after the last one, also when others have come or gone meanwhile. */
export const list = async (
  access: MemoryAccess,
  scope: ProjectScope,
  agent: string,
  { filters, limit = 50, after, oldestFirst = false, signal }: Listing = {},
): Promise<{ items: Memory[]; next: string | undefined }> => {
  const store = await access.open(scope, agent, signal);
  const last = after === undefined ? undefined : parseCursor(after);
  const wanted = limit + 1 + MAX_PER_POSITION;
  const payloads = await store.inOrder(filterOf(filters), oldestFirst ? 'asc' : 'desc', wanted, last?.position);
  const following = payloads.filter((one) => !last || isAfter(one, last, oldestFirst));
  const page = following.slice(0, limit);
  const end = page.at(-1);
  const next = end && following.length > limit ? `${end.position}:${end.memory_id}` : undefined;
  return { items: page.map((payload) => memoryOf(payload)), next };
};

/** Whether a text has the form of a `next`. */
export const isListCursor = (after: string): boolean => /^\d{1,16}:[A-Za-z0-9_.-]{1,128}$/.test(after);

type ListPosition = { position: number; id: string };

const parseCursor = (after: string): ListPosition => {
  if (!isListCursor(after)) throw new RangeError('Invalid cursor of a list of memories.');
  const divider = after.indexOf(':');
  return { position: Number(after.slice(0, divider)), id: after.slice(divider + 1) };
};

const isAfter = ({ position, memory_id }: Payload, last: ListPosition, oldestFirst: boolean): boolean =>
  (oldestFirst ? position > last.position : position < last.position) ||
  (position === last.position && memory_id > last.id);
