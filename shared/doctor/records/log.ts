import { SECOND } from '../../core/clock.ts';
import type { Item } from '../../store/index.ts';
import type { Placed } from './placed.ts';

export type LoggedEvent = { event_id: number; event_type: string; run: string | undefined; at: number };

/** One item of a session's log. */
export type LogPiece = { first: number; count: number; events: LoggedEvent[] };

/**
 * A session's log from its first item that has not expired: an expired one may have been removed, and those before and
 * after it not.
 */
export type LogRecords = { pieces: LogPiece[]; lastSeq: number };

export const logRecordsOf = (events: Placed[], ends: Placed[], now: number): Map<string, LogRecords> => {
  const ofSession = Map.groupBy(events, ({ place }) => place.owner ?? '');
  const lastSeqs = new Map(ends.map(({ place, item }) => [place.owner ?? '', Number(item.last_seq ?? 0)]));
  const sessions = new Set([...ofSession.keys(), ...lastSeqs.keys()]);
  return new Map(
    [...sessions].map((session) => {
      const items = (ofSession.get(session) ?? []).toSorted((a, b) => a.place.id.localeCompare(b.place.id));
      const live = items.findIndex(({ item }) => Number(item.expires_at) * SECOND > now);
      const pieces = (live < 0 ? [] : items.slice(live)).map(({ item, place }) => pieceOf(item, Number(place.id)));
      return [session, { pieces, lastSeq: lastSeqs.get(session) ?? 0 }];
    }),
  );
};

/** Read once: a log is by far the longest part of a snapshot, and its items never change. */
const read = new WeakMap<object, LoggedEvent[]>();

const pieceOf = (item: Item, first: number): LogPiece => {
  const lines = Array.isArray(item.lines) ? item.lines : [];
  const events = read.get(lines) ?? lines.map(eventOf);
  read.set(lines, events);
  return { first, count: Number(item.n), events };
};

const eventOf = (line: unknown): LoggedEvent => {
  const { event_id, event_type, timestamp, payload } = JSON.parse(String(line));
  return { event_id, event_type, run: payload?.run_id, at: Date.parse(timestamp) };
};
