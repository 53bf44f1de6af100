import type { Artel } from '../../../../clients/typescript/src/index.ts';
import type { Range } from './range.ts';
import { plus, type SessionUsage } from './sums.ts';

/** The same session may stand on several pages, each of which sums up other calls of it. */
export const addedUp = (items: readonly SessionUsage[]): SessionUsage[] => {
  const sums = new Map<string, SessionUsage>();
  for (const one of items) {
    const key = `${one.project_id} ${one.session_id}`;
    const before = sums.get(key);
    sums.set(key, before ? { ...one, ...plus(before, one) } : one);
  }
  return [...sums.values()];
};

/** No more pages are read at once than a person waits for: 50,000 calls. */
const MAX_PAGES = 10;

/** All sessions of the days with what they cost; `isWhole`: no calls are left out. */
export const loadSessions = async (
  artel: Pick<Artel, 'call'>,
  range: Range,
  signal: AbortSignal,
): Promise<{ items: SessionUsage[]; isWhole: boolean }> => {
  const found: SessionUsage[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = { ...range, by: 'session' as const, ...(cursor !== undefined && { cursor }) };
    const { items, next_cursor } = await artel.call('GET /my/usage', { query, signal });
    found.push(...items.filter((one) => 'session_id' in one));
    if (next_cursor === null) return { items: addedUp(found), isWhole: true };
    cursor = next_cursor;
  }
  return { items: addedUp(found), isWhole: false };
};
