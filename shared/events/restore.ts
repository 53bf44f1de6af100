import { epochSeconds, SECOND } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { batchesOf, SCHEMA_VERSION, sessionKeys, transact, type Write } from '../store/index.ts';
import { lineOf, type SessionEvent } from './event.ts';
import { MAX_EVENTS_PER_ITEM, numberIsFree, RETENTION } from './log.ts';

/** Of one item, far below DynamoDB's 400 KB. */
const MAX_ITEM_BYTES = 200 * 1024;

type Restored = { events: readonly SessionEvent[]; last: number; guards: readonly [Write, ...Write[]] };

/**
 * Writes events into the log of a session under their own numbers, which follow each other. `last`: the highest number there
 * has been, with which the log goes on also where the events themselves are too old to be kept. Repeatable; `over` once the
 * first guard no longer holds.
 */
export const restoreEvents = async (
  project: ProjectScope,
  session: string,
  { events, last, guards }: Restored,
): Promise<'restored' | 'over'> => {
  const items = itemsOf(project, session, events).map((put): Write[] => [{ put, when: numberIsFree }]);
  const end: Write = {
    key: sessionKeys.log(project, session),
    update: 'set #last_seq = :last, #v = :v',
    when: isEarlier,
    values: { last, v: SCHEMA_VERSION },
  };
  for (const batch of [...batchesOf(items), [end]]) {
    const outcome = await transact([...guards, ...batch]);
    if (!outcome.ok && outcome.lost.includes(0)) return 'over';
  }
  return 'restored';
};

const isEarlier = 'attribute_not_exists(#last_seq) or #last_seq < :last';

const itemsOf = (project: ProjectScope, session: string, events: readonly SessionEvent[]) => {
  const pieces: { first: SessionEvent; last: SessionEvent; lines: string[]; bytes: number }[] = [];
  for (const event of events) {
    const line = lineOf(event);
    const bytes = Buffer.byteLength(line);
    const piece = pieces.at(-1);
    if (piece && piece.lines.length < MAX_EVENTS_PER_ITEM && piece.bytes + bytes <= MAX_ITEM_BYTES) {
      piece.lines.push(line);
      piece.bytes += bytes;
      piece.last = event;
    } else pieces.push({ first: event, last: event, lines: [line], bytes });
  }
  return pieces.map(({ first, last, lines }) => ({
    ...sessionKeys.events(project, session, first.event_id),
    v: SCHEMA_VERSION,
    n: lines.length,
    lines,
    expires_at: epochSeconds(Date.parse(last.timestamp) + RETENTION),
  }));
};

/** Whether an event would still be there, had it been written when it happened. */
export const isStillKept = ({ timestamp }: SessionEvent, now: number): boolean =>
  Math.floor((Date.parse(timestamp) + RETENTION) / SECOND) > now / SECOND;
