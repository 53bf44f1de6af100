import { type Clock, SECOND, systemClock } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { getItem, type Item, queryAll, queryPage, ranges, sessionKeys } from '../store/index.ts';
import type { Gap } from './control-frames.ts';
import { historyOf, type SessionEvent } from './event.ts';
import { firstNumber, lastNumber, lastSeq, MAX_EVENTS_PER_ITEM, readEnd } from './log.ts';

/** The stored texts after a number, unchanged, and the last number among them (or the one asked for). */
export type Reading = { lines: string[]; last: number; gap?: Gap };

export type ReadOptions = {
  after: number;
  /** Roughly this many lines, and at least one item's. */
  limit?: number;
  /** `after` is the `last` of a read a moment ago: saves looking back and, if nothing is new, looking at the end. */
  continued?: boolean;
  clock?: Clock;
};

const DEFAULT_LINES = 500;

/**
 * Reads the lines after number `after`. No lines and no gap: there is nothing newer. With a gap the lines begin at its
 * `first_available`. Lines never have a hole, so a reader that continues from `last` misses nothing.
 */
export const readAfter = async (
  project: ProjectScope,
  session: string,
  { after, limit = DEFAULT_LINES, continued = false, clock = systemClock }: ReadOptions,
): Promise<Reading> => {
  // An item covering `after + 1` may begin up to 62 numbers before `after`: a query that began later would lose the rest
  // of a batch whose middle was the last line seen.
  const from = continued ? after + 1 : Math.max(1, after - (MAX_EVENTS_PER_ITEM - 2));
  const range = { project, session, from, after, limit, clock };
  const { items, isEmpty } = await readItems(range);
  const first = firstAfter(items, after);
  if (first === after + 1) return linesOf(items, after);
  if (first !== undefined) return confirmed(range, undefined);
  const tail = items.at(-1);
  if (continued || (tail && lastNumber(tail) === after)) return { lines: [], last: after };
  const newest = await newestNumber(range, isEmpty);
  if (after === newest) return { lines: [], last: after };
  return after < newest ? confirmed(range, newest) : fromTheFuture(range, newest);
};

/** Items in one page of what is read backwards. */
const PAGE = 50;

/** What the log still has, read backwards. */
export async function* newestEvents(project: ProjectScope, session: string): AsyncGenerator<SessionEvent> {
  for await (const item of queryAll({ ...ranges.events(project, session), newestFirst: true, limit: PAGE }))
    for (const line of (item.lines as string[]).toReversed()) yield JSON.parse(line) as SessionEvent;
}

type Range = {
  project: ProjectScope;
  session: string;
  from: number;
  after: number;
  limit: number;
  clock: Clock;
};

/** The log's last number. Where no item stands at all, as in a new chat, only `LOG` can know of one. */
const newestNumber = async ({ project, session, from, clock }: Range, isEmpty: boolean): Promise<number> =>
  isEmpty && from === 1
    ? lastSeq(await getItem(sessionKeys.log(project, session)))
    : (await readEnd(project, session, clock)).next - 1;

/**
 * A page of a range is not a snapshot: numbers count as missing only if a second read confirms it. `newest` is the end of a
 * log in which the first read found nothing.
 */
const confirmed = async (range: Range, newest: number | undefined): Promise<Reading> => {
  const { project, session, after } = range;
  const { items } = await readItems(range);
  const first = firstAfter(items, after) ?? (newest === undefined ? after + 1 : newest + 1);
  if (first === after + 1) return linesOf(items, after);
  return { ...linesOf(items, first - 1), gap: gap(project, session, first) };
};

/** Numbers this log never had: the reader starts again from the first event there is. */
const fromTheFuture = async (range: Range, newest: number): Promise<Reading> => {
  const { items } = await readItems({ ...range, from: 1, after: 0 });
  const first = items[0] ? firstNumber(items[0]) : newest + 1;
  return { ...linesOf(items, first - 1), gap: gap(range.project, range.session, first) };
};

const gap = (project: ProjectScope, session: string, first: number): Gap => ({
  first_available: first,
  history: historyOf(project, session),
});

/**
 * Items of the range until enough lines. Expired ones in front are left out; after the first live one nothing is. `isEmpty`:
 * there was not even an expired one.
 */
const readItems = async ({
  project,
  session,
  from,
  after,
  limit,
  clock,
}: Range): Promise<{ items: Item[]; isEmpty: boolean }> => {
  const items: Item[] = [];
  let isEmpty = true;
  let count = 0;
  let next: string | undefined;
  do {
    const page = await queryPage({
      ...ranges.eventsFrom(project, session, from),
      limit: MAX_EVENTS_PER_ITEM,
      ...(next !== undefined && { after: next }),
    });
    for (const item of page.items) {
      isEmpty = false;
      if (items.length === 0 && (item.expires_at as number) <= clock.now() / SECOND) continue;
      items.push(item);
      if (lastNumber(item) > after) count += item.n as number;
      if (count >= limit) return { items, isEmpty };
    }
    next = page.next;
  } while (next !== undefined);
  return { items, isEmpty };
};

const firstAfter = (items: Item[], after: number): number | undefined => {
  const item = items.find((one) => lastNumber(one) > after);
  return item && Math.max(firstNumber(item), after + 1);
};

/** The lines after a number up to the first hole, which the next read looks at. */
const linesOf = (items: Item[], after: number): Reading => {
  const lines: string[] = [];
  let last = after;
  for (const item of items) {
    if (lastNumber(item) <= last) continue;
    if (firstNumber(item) > last + 1) break;
    lines.push(...(item.lines as string[]).slice(last + 1 - firstNumber(item)));
    last = lastNumber(item);
  }
  return { lines, last };
};
