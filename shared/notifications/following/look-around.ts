import { type Clock, MINUTE, systemClock } from '../../core/clock.ts';
import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { followedItem, HEARD_FOR_GOOD, lastSeq, tellFollowers } from '../../events/index.ts';
import { listProjects } from '../../projects/index.ts';
import {
  due,
  getEach,
  getItem,
  type Item,
  idIn,
  LAST_WRITES,
  queryPage,
  ranges,
  sessionKeys,
  transact,
  updateItem,
  userKeys,
} from '../../store/index.ts';

/** Sessions looked at together: two reads for each in one batch. */
const TOGETHER = 50;
/** Sessions that one look begins to follow; the next one goes on. */
const MAX_FOLLOWED = 500;
/** Whoever read before there was anything to tell may write a while later: the last look comes when nobody can any more. */
/** By less than this. */
const CLOCKS_DIFFER = MINUTE;
const LOOKS = [0, MINUTE, LAST_WRITES];

/**
 * Follows the sessions that are there already when somebody begins to be told. What is due is the
 * webhook, or the settings of mails. Looks again until whoever accepted a message without knowing of it is done.
 *
 *     a message   reads: nobody is told ............................ is accepted, followed by nobody
 *     the owner                      makes a webhook
 *     the looks                                    first: not there yet .................................. last: follows it
 */
export const lookAround = async (user: UserScope, webhook?: string, clock: Clock = systemClock): Promise<void> => {
  const key = webhook === undefined ? userKeys.notifications(user) : userKeys.webhook(user, webhook);
  const item = await getItem(key);
  if (item?.due_at === undefined || Number(item.due_at) > clock.now()) return;
  const since = Number(item.updated_at) - CLOCKS_DIFFER;
  const only = item.only_project;
  const projects = typeof only === 'string' ? [user.inProject(only)] : await allProjects(user);
  let followed = 0;
  for (const project of projects) followed += await followAll(project, { since, most: MAX_FOLLOWED - followed, clock });
  const looks = Number(item.looks ?? 0) + (followed >= MAX_FOLLOWED ? 0 : 1);
  const wait = LOOKS[looks];
  await updateItem(
    key,
    wait === undefined
      ? 'remove #due_at, #due_shard, #looks'
      : 'set #looks = :looks, #due_at = :due_at, #due_shard = :due_shard',
    { when: '#due_at = :read', values: { looks, read: item.due_at, ...due(key, clock.now() + (wait ?? 0)) } },
  );
};

const allProjects = async (user: UserScope): Promise<ProjectScope[]> => {
  const found: ProjectScope[] = [];
  let after: string | undefined;
  do {
    const page = await listProjects(user, { limit: 100, ...(after !== undefined && { after }) });
    found.push(...page.items.map(({ id }) => user.inProject(id)));
    after = page.next;
  } while (after !== undefined);
  return found;
};

type Looking = { since: number; most: number; clock: Clock };

/** Gives how many sessions were followed. */
const followAll = async (project: ProjectScope, { since, most, clock }: Looking): Promise<number> => {
  const range = ranges.sessions(project);
  let followed = 0;
  let after: string | undefined;
  do {
    const page = await queryPage({
      ...range,
      limit: TOGETHER,
      newestFirst: true,
      ...(after !== undefined && { after }),
    });
    const sessions = page.items.map(({ sk }) => idIn(range, sk));
    const read = await getEach(
      sessions.flatMap((session) => [sessionKeys.log(project, session), sessionKeys.state(project, session)]),
    );
    for (const [index, session] of sessions.entries()) {
      const [log, state] = read.slice(2 * index, 2 * index + 2) as [Item | undefined, Item | undefined];
      if (followed >= most) return followed;
      if (log && state && log.followed !== true && (await follow(project, session, { log, state, since, clock })))
        followed += 1;
    }
    after = page.next;
  } while (after !== undefined);
  return followed;
};

type Found = { log: Item; state: Item; since: number; clock: Clock };

const stillOpen = '#status = :open';
const isNotFollowed = 'attribute_not_exists(#pk)';
const isUnchanged = '#last_seq = :seq';

/** From its end on where nothing happened in it since, and otherwise from its beginning. */
const follow = async (
  project: ProjectScope,
  session: string,
  { log, state, since, clock }: Found,
): Promise<boolean> => {
  const isQuiet = state.active === undefined && Number(state.updated_at) < since;
  const seq = isQuiet ? lastSeq(log) : 0;
  const at = isQuiet ? undefined : clock.now();
  const outcome = await transact([
    { put: followedItem(project, session, { seq, at }), when: isNotFollowed },
    {
      key: sessionKeys.log(project, session),
      update: 'set #followed = :yes, #heard_until = :always',
      when: isQuiet ? isUnchanged : 'attribute_exists(#pk)',
      values: { yes: true, always: HEARD_FOR_GOOD, seq },
    },
    { check: sessionKeys.state(project, session), when: stillOpen, values: { open: 'open' } },
  ]);
  if (outcome.ok && !isQuiet) await tellFollowers(project, session);
  return outcome.ok;
};
