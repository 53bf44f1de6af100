import { type Clock, epochSeconds, HOUR, MINUTE, SECOND, systemClock } from '../../core/clock.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { readAfter, type SessionEvent } from '../../events/index.ts';
import { log } from '../../observability/log.ts';
import { due, getEach, type Item, sessionKeys, transact, updateItem, type Write } from '../../store/index.ts';
import { deliveryItem, deliveryOf, type StoredDelivery } from '../deliveries/delivery.ts';
import { hintDelivery } from '../deliveries/hint.ts';
import { type Consumer, consumersOf, isTold } from './consumers.ts';

/** Of one transaction, which may have a hundred writes and 4 MB; an event has at most 24 KB. */
const MAX_DELIVERIES = 90;
/** While a run is under way somebody looks this often, should every push have been lost. */
const LOOK_AGAIN = 5 * MINUTE;
/** A look this near makes another one needless. */
const SOON = 30 * SECOND;
/** Longer than any socket lives that may have subscribed meanwhile. */
const HEARD_AFTERWARDS = 4 * HOUR;

const isWhereItWas = '#seq = :seq';
const isFollowed = 'attribute_exists(#pk)';

/**
 * Makes a delivery of each event of a session that somebody outside wants to be told of, from where the last look ended. How far it
 * got is moved in the transaction that makes the deliveries: none is left out, and none is made twice. See the README.
 */
export const handOver = async (project: ProjectScope, session: string, clock: Clock = systemClock): Promise<void> => {
  const [following, state] = await getEach([
    sessionKeys.following(project, session),
    sessionKeys.state(project, session),
  ]);
  if (!following) return;
  const consumers = await consumersOf(project.user);
  if (consumers.length === 0) return unfollow(project, session, { following, now: clock.now() });
  let seq = Number(following.seq);
  for (;;) {
    const reading = await readAfter(project, session, { after: seq, limit: MAX_DELIVERIES, clock });
    if (reading.gap)
      log.warn('events expired before they were handed over', { session_id: session, last_event_id: seq });
    if (reading.last === seq) break;
    const moved = await moveOn(project, session, { seq, lines: reading.lines, last: reading.last, consumers, clock });
    // Somebody else is at it, and goes on.
    if (moved === undefined) return;
    seq = moved;
  }
  if (following.due_at !== undefined) await settle(project, session, { following, state, seq, now: clock.now() });
};

type Read = { seq: number; lines: string[]; last: number; consumers: Consumer[]; clock: Clock };

/** As many events as one transaction takes. Gives the last of them. */
const moveOn = async (
  project: ProjectScope,
  session: string,
  { seq, lines, last, consumers, clock }: Read,
): Promise<number | undefined> => {
  const deliveries: StoredDelivery[] = [];
  let reached = last - lines.length;
  for (const line of lines) {
    const made = deliveriesOf(project, line, { consumers, now: clock.now() });
    if (deliveries.length > 0 && deliveries.length + made.length > MAX_DELIVERIES) break;
    deliveries.push(...made);
    reached += 1;
  }
  const moved: Write = {
    key: sessionKeys.following(project, session),
    update: 'set #seq = :next',
    when: isWhereItWas,
    values: { seq, next: reached },
  };
  const outcome = await transact([...deliveries.map((one) => ({ put: deliveryItem(project.user, one) })), moved]);
  if (!outcome.ok) return undefined;
  await Promise.all(deliveries.map((one) => hintDelivery(project.user, one)));
  return reached;
};

const deliveriesOf = (
  project: ProjectScope,
  line: string,
  { consumers, now }: { consumers: Consumer[]; now: number },
): StoredDelivery[] => {
  const event = JSON.parse(line) as SessionEvent;
  const { event_type, event_id, session_id, timestamp } = event;
  const told = { event_type, event_id, session_id, line, at: Date.parse(timestamp) };
  return consumers
    .filter((consumer) => isTold(project, event, consumer))
    .map(({ id }) => deliveryOf(project, id, told, { now }));
};

type Settling = { following: Item; state: Item | undefined; seq: number; now: number };

/** All is handed over. The session is due no more if it is idle, and looked at again if it is not. */
const settle = async (
  project: ProjectScope,
  session: string,
  { following, state, seq, now }: Settling,
): Promise<void> => {
  const key = sessionKeys.following(project, session);
  if (state?.active === undefined) {
    const outcome = await transact([
      { key, update: 'remove #due_at, #due_shard', when: isWhereItWas, values: { seq } },
      { check: sessionKeys.state(project, session), when: 'attribute_not_exists(#active)' },
      { check: sessionKeys.log(project, session), when: '#last_seq = :seq', values: { seq } },
    ]);
    if (outcome.ok) return;
  }
  if (Number(following.due_at) > now + SOON) return;
  await updateItem(key, 'set #due_at = :due_at, #due_shard = :due_shard', {
    when: `${isFollowed} and attribute_exists(#due_at)`,
    values: due(key, now + LOOK_AGAIN),
  });
};

/** Nobody wants to be told of anything any more: from now on the session costs what every other does. */
const unfollow = async (
  project: ProjectScope,
  session: string,
  { following, now }: { following: Item; now: number },
): Promise<void> => {
  await transact([
    { remove: sessionKeys.following(project, session), when: isWhereItWas, values: { seq: following.seq } },
    {
      key: sessionKeys.log(project, session),
      update: 'set #heard_until = :until remove #followed',
      when: isFollowed,
      values: { until: epochSeconds(now + HEARD_AFTERWARDS) },
    },
  ]);
};
