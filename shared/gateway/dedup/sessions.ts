import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { ALARMING_LINES } from '../../core/alarming-lines.ts';
import { type Clock, MINUTE, SECOND, systemClock } from '../../core/clock.ts';
import type { ProjectScope, UserScope } from '../../core/scope.ts';
import { atEndOfInvocation } from '../../observability/invocation.ts';
import { log } from '../../observability/log.ts';
import { deleteItem, getItem, getItems, putItem, SCHEMA_VERSION, sessionKeys, userKeys } from '../../store/index.ts';
import { openPlaceholderStore } from '../placeholder-store/open-store.ts';
import { sessionKeyPart } from '../placeholder-store/session-key.ts';
import { SessionBlocks } from './session-blocks.ts';
import { type BlockLimits, DEFAULT_LIMITS, NEARLY_FULL } from './settings.ts';
import { figuresOf } from './stored-blocks.ts';

/** For this container, whatever the users' own limits. An idle entry has been written already, so it can be evicted. */
const inMemory = new LRUCache<string, Promise<SessionBlocks>>({ max: 200, ttl: 10 * MINUTE, updateAgeOnGet: true });

/** The blocks of a session, from memory or the store. */
export const openBlocks = (
  scope: ProjectScope,
  session: string,
  limits: BlockLimits = DEFAULT_LIMITS,
  clock: Clock = systemClock,
): Promise<SessionBlocks> => {
  const name = nameOf(scope, session, limits);
  const known = inMemory.get(name);
  if (known) return known;
  const opening = openPlaceholderStore(scope, session, clock)
    .then((store) => store.key())
    .then((key) => SessionBlocks.open(scope, session, key, limits, clock));
  inMemory.set(name, opening);
  opening.catch(() => inMemory.delete(name));
  return opening;
};

const nameOf = (scope: ProjectScope, session: string, limits: BlockLimits): string =>
  `${scope.prefix}#SES#${sessionKeyPart(session)} ${JSON.stringify(limits)}`;

/** Empties the memory, as in a new container. */
export const forgetBlocks = (): void => inMemory.clear();

/** Maps `<project> <session>` to the epoch second of its last use. */
const sessionRegisterSchema = z.object({ revision: z.number().int(), sessions: z.record(z.string(), z.number()) });
const unchanged = 'attribute_not_exists(#pk) or #revision = :revision';
const MAX_ATTEMPTS = 3;

/** Writes a session's new results, and deletes the least recently used sessions beyond the user's limit. */
export const keepBlocks = async (
  scope: ProjectScope,
  session: string,
  blocks: SessionBlocks,
  limits: BlockLimits = DEFAULT_LIMITS,
  clock: Clock = systemClock,
): Promise<void> => {
  if (!(await blocks.flush())) return;
  const now = Math.floor(clock.now() / SECOND);
  const name = `${scope.projectId} ${sessionKeyPart(session)}`;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const known = await readRegister(scope.user);
    const living = Object.entries({ ...known.sessions, [name]: now }).filter(
      ([, used]) => used + limits.keptFor / SECOND > now,
    );
    living.sort(([, one], [, other]) => other - one);
    const evicted = living.splice(limits.sessions);
    const item = {
      ...userKeys.blockSessions(scope.user),
      v: SCHEMA_VERSION,
      revision: known.revision + 1,
      sessions: Object.fromEntries(living),
    };
    const outcome = await putItem(item, { when: unchanged, values: { revision: known.revision } });
    if (!outcome.ok) continue;
    if (living.length > NEARLY_FULL * limits.sessions) {
      const { userId: user_id } = scope;
      log.warn(ALARMING_LINES.blockSessionsNearlyFull, { user_id, sessions: living.length, limit: limits.sessions });
    }
    for (const [gone] of evicted) await deleteItem(blocksKey(scope.user, gone));
    return;
  }
  // Nothing is lost: the session is written, and will be counted at its next use.
  log.info('block session register busy');
};

/**
 * The same at the end of the invocation, once for all of its calls: a turn that calls a model ten times writes its session once.
 * What is not written costs the next container the work, and nobody an answer.
 */
export const keepBlocksAtEnd = (
  scope: ProjectScope,
  session: string,
  blocks: SessionBlocks,
  limits: BlockLimits,
): Promise<void> =>
  atEndOfInvocation(`blocks of ${nameOf(scope, session, limits)}`, () =>
    keepBlocks(scope, session, blocks, limits).catch((error: unknown) =>
      log.warn('session blocks not written', { error: error as Error }),
    ),
  );

const readRegister = async (user: UserScope): Promise<z.infer<typeof sessionRegisterSchema>> => {
  const item = await getItem(userKeys.blockSessions(user));
  return item ? sessionRegisterSchema.parse(item) : { revision: 0, sessions: {} };
};

const blocksKey = (user: UserScope, name: string) => {
  const [project = '', session = ''] = name.split(' ');
  return sessionKeys.blocks(user.inProject(project), session);
};

export type BlockFigures = ReturnType<typeof figuresOf> & { project_id: string; session_id: string };

/** Memory and hits of each of a user's sessions, most recently used first. */
export const blockFigures = async (user: UserScope, clock: Clock = systemClock): Promise<BlockFigures[]> => {
  const { sessions } = await readRegister(user);
  const names = Object.keys(sessions).sort((one, other) => (sessions[other] ?? 0) - (sessions[one] ?? 0));
  const keys = names.map((name) => blocksKey(user, name));
  const items = new Map((await getItems(keys)).map((item) => [item.pk, item]));
  return keys.flatMap((key, at) => {
    const item = items.get(key.pk);
    const [project_id = '', session_id = ''] = names[at]!.split(' ');
    if (!item || Number(item.expires_at) * SECOND <= clock.now()) return [];
    return [{ project_id, session_id, ...figuresOf(item) }];
  });
};
