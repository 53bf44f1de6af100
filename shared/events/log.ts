import { type Clock, DAY, epochSeconds, systemClock } from '../core/clock.ts';
import { Defect } from '../core/errors.ts';
import type { ProjectScope } from '../core/scope.ts';
import { getItem, type Item, queryPage, ranges, SCHEMA_VERSION, sessionKeys, type Write } from '../store/index.ts';
import { type NewEvent, numbered, type SessionEvent } from './event.ts';
import { type Hearing, isUnheard } from './hearing.ts';

/**
 * The number a writer expects to be free next, and when that was read. It is always a present or past boundary between
 * two items, because an item's end is fixed when it is written. A stale one is an existing key, so the put fails safely.
 */
export type LogEnd = { next: number; readAt: number };

/** Of one item of the log. A reader looks this far back to find the item that covers a number. */
export const MAX_EVENTS_PER_ITEM = 64;
const MAX_ITEM_BYTES = 200 * 1024;
/** How long an event is kept after it happened. Numbers go on after its day: LOG does not expire. */
export const RETENTION = DAY;

export const numberIsFree = 'attribute_not_exists(#pk)';

/**
 * The next number: after LOG's `last_seq` or the newest item, whichever is later. Expired items count until TTL removes
 * them. The two reads need not be atomic: the later one sees whatever was appended between them.
 */
export const readEnd = async (project: ProjectScope, session: string, clock: Clock = systemClock): Promise<LogEnd> => {
  const log = sessionKeys.log(project, session);
  const [item, newest] = await Promise.all([
    getItem(log),
    queryPage({ ...ranges.events(project, session), newestFirst: true, limit: 1 }),
  ]);
  const tail = newest.items[0];
  const last = Math.max(lastSeq(item), tail ? lastNumber(tail) : 0);
  return { next: last + 1, readAt: clock.now() };
};

/**
 * The next number of a session in which no run is under way, by its LOG alone: only plain appends leave `last_seq` behind, and
 * no run ends without setting it. Read beside the session it may be past already, and then the put fails.
 */
export const endWhileIdle = (log: Item | undefined, clock: Clock = systemClock): LogEnd => ({
  next: lastSeq(log) + 1,
  readAt: clock.now(),
});

export const lastSeq = (log: Item | undefined): number => (log?.last_seq as number | undefined) ?? 0;

export const firstNumber = (item: Item): number => Number(item.sk.slice(item.sk.indexOf('#') + 1));

export const lastNumber = (item: Item): number => firstNumber(item) + (item.n as number) - 1;

/** How many of the waiting events one item takes: at most 64 and 200 KB, and at least one. */
const fitting = (lines: { bytes: number }[]): number => {
  let bytes = 0;
  for (const [index, line] of lines.slice(0, MAX_EVENTS_PER_ITEM).entries()) {
    bytes += line.bytes;
    if (bytes > MAX_ITEM_BYTES && index > 0) return index;
  }
  return Math.min(lines.length, MAX_EVENTS_PER_ITEM);
};

export type Batch = { put: Extract<Write, { put: unknown }>; events: SessionEvent[]; end: LogEnd };

/** The item that holds as many of the waiting events as fit, if its number is free. `writer` marks whose it is. */
export const batchOf = (
  project: ProjectScope,
  session: string,
  { end, waiting, now, writer }: { end: LogEnd; waiting: NewEvent[]; now: number; writer?: string | undefined },
): Batch => {
  const all = numbered(project, session, { first: end.next, events: waiting.slice(0, MAX_EVENTS_PER_ITEM), now });
  const taken = all.slice(0, fitting(all));
  const item = {
    ...sessionKeys.events(project, session, end.next),
    v: SCHEMA_VERSION,
    n: taken.length,
    lines: taken.map(({ line }) => line),
    expires_at: epochSeconds(now + RETENTION),
    ...(writer !== undefined && { writer }),
  };
  return {
    put: { put: item, when: numberIsFree },
    events: taken.map(({ event }) => event),
    end: { next: end.next + taken.length, readAt: now },
  };
};

const isUnheardStill = '#heard_until = :heard';

type Appending = {
  end: LogEnd;
  events: NewEvent[];
  now: number;
  hearing?: Hearing;
  /** Whether the log is followed, where it does not say so yet. */
  following?: boolean | undefined;
};

/** What a followed log says of its listeners: webhooks do not hang up. In epoch seconds, the year 3000. */
export const HEARD_FOR_GOOD = 32_503_680_000;

/**
 * A transactional append: both writes go into the caller's transaction, first the put, then `last_seq`. A lost put means
 * that the end has moved: the caller reads it again, then looks whether the change is still its own to make. `unheard`: by
 * `hearing` there is nobody to push to, which is a condition of the writes.
 */
export const appendWrites = (
  project: ProjectScope,
  session: string,
  { end, events, now, hearing, following }: Appending,
): { writes: Write[]; events: SessionEvent[]; end: LogEnd; unheard: boolean } => {
  const batch = batchOf(project, session, { end, waiting: events, now });
  if (events.length === 0 || batch.events.length < events.length) {
    throw new Defect(`${events.length} events do not fit into one item of the log.`);
  }
  const unheard = following !== true && isUnheard(hearing, { now: () => now });
  const saysNobody = hearing !== undefined && 'nobody' in hearing && hearing.nobody;
  const setLast: Write = {
    key: sessionKeys.log(project, session),
    update: `set #last_seq = :last, #v = :v${markOf(following, saysNobody)}`,
    ...(unheard && { when: isUnheardStill }),
    values: {
      last: batch.end.next - 1,
      v: SCHEMA_VERSION,
      never: 0,
      always: HEARD_FOR_GOOD,
      following,
      ...(unheard && { heard: hearing.until }),
    },
  };
  return { writes: [batch.put, setLast], events: batch.events, end: batch.end, unheard };
};

const markOf = (following: boolean | undefined, saysNobody: boolean): string => {
  if (following === true) return ', #followed = :following, #heard_until = :always';
  const followed = following === undefined ? '' : ', #followed = :following';
  return saysNobody ? `${followed}, #heard_until = if_not_exists(#heard_until, :never)` : followed;
};
