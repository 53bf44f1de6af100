import { listUserIds } from '../accounts/index.ts';
import { type Clock, MINUTE, systemClock } from '../core/clock.ts';
import { authenticated } from '../core/scope.ts';
import { storedVectors } from '../memory/index.ts';
import { log } from '../observability/log.ts';
import { waitingForAgents } from '../platform/queues.ts';
import { countDue, DUE_SHARDS } from '../store/index.ts';
import { lookAt } from './look.ts';
import { isWanted, readSnapshot, readWalk, writeSnapshot, writeWalk } from './records.ts';
import { nothing, type PlatformFigures, type Snapshot, type Walk } from './snapshot.ts';
import { plusUser } from './sums.ts';
import { countedSince, dayOf, totalsAfter } from './totals.ts';

/** Users that one minute looks at. A look takes five reads and one for each agent, so a minute some 2,000 of them. */
const USERS_A_MINUTE = 200;
/** Users that are looked at side by side. */
const AT_ONCE = 10;

/**
 * Sums the figures over all users up, so that a scrape reads two items however many users there are. It goes on each minute
 * where it stopped the minute before, and what a walk found is shown once it is through. While nobody has asked for figures for
 * ten minutes it does nothing: a deployment nobody watches costs nothing.
 */
export const measure = async (until: number, clock: Clock = systemClock): Promise<void> => {
  if (!(await isWanted(clock.now()))) return;
  const now = clock.now();
  const [stored, snapshot, platform] = await Promise.all([readWalk(), readSnapshot(), platformFigures(now)]);
  const since = countedSince(snapshot.walk?.totals, now);
  const begun = stored ?? { begun: now, day: dayOf(now), since, sums: nothing() };
  const { walk, isThrough } = await goOn(begun, { until, clock });
  await writeSnapshot({ ...(isThrough ? published(walk, snapshot, clock.now()) : snapshot), platform });
  await writeWalk(isThrough ? undefined : walk);
};

const goOn = async (
  begun: Walk,
  { until, clock }: { until: number; clock: Clock },
): Promise<{ walk: Walk; isThrough: boolean }> => {
  let walk = begun;
  for (let seen = 0; seen < USERS_A_MINUTE && clock.now() < until; seen += AT_ONCE) {
    const { ids, next } = await listUserIds({ limit: AT_ONCE, after: walk.after });
    const looks = await Promise.all(
      ids.map((userId) => lookAt(authenticated({ userId }), { ...walk, clock }).catch(missed)),
    );
    const read = looks.filter((look) => look !== undefined);
    const sums = read.reduce(plusUser, walk.sums);
    const unread = sums.unread + looks.length - read.length;
    walk = { ...walk, sums: { ...sums, unread }, ...(next !== undefined && { after: next }) };
    if (next === undefined) return { walk, isThrough: true };
  }
  return { walk, isThrough: false };
};

/** One person whose items cannot be read must not hide everybody's figures. */
const missed = (error: unknown): undefined => {
  log.error('user not measured', { error: error as Error });
};

const published = (walk: Walk, { walk: before }: Snapshot, ended: number): Snapshot => {
  const { after: _, ...found } = walk;
  return { walk: { ...found, ended, totals: totalsAfter(walk, before) } };
};

/** What does not answer is left out: its absence shows. */
const platformFigures = async (at: number): Promise<PlatformFigures> => {
  const [messages, overdue, vectors] = await Promise.all([
    waitingForAgents().catch(unknown),
    overdueItems(at - MINUTE).catch(unknown),
    storedVectors().catch(unknown),
  ]);
  return { at, messages, overdue, vectors };
};

const unknown = (error: unknown): undefined => {
  log.warn('figure not measured', { error: error as Error });
};

const overdueItems = async (before: number): Promise<number> => {
  const counts = await Promise.all(DUE_SHARDS.map((shard) => countDue(shard, before)));
  return counts.reduce((sum, count) => sum + count, 0);
};
