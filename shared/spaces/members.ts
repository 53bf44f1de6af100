import * as z from 'zod';
import { listStoredAgents } from '../agents/index.ts';
import type { Cache, Keep } from '../cache/index.ts';
import { SECOND } from '../core/clock.ts';
import type { ProjectScope } from '../core/scope.ts';
import { KEPT_FOR } from './known.ts';

/** An agent, enough of it to be listed and chosen. */
const memberSchema = z
  .object({ agent_key: z.string(), name: z.string(), created_at: z.number() })
  .meta({ id: 'SpaceMember' });
export type Member = z.infer<typeof memberSchema>;

/** One page; nobody picks from a longer list. */
const MOST_MEMBERS = 100;

/**
 * The list of a project's agents costs as much to read as all their settings, so it is kept for all containers. What is kept
 * under one revision never changes; after a change nobody asks for it any more:
 *
 *     one        revision 7 ── lists the agents ─────────────────── keeps the list as of 7: nobody asks for it
 *     another                                   changes one, revision 8
 */
const keep: Keep<readonly Member[]> = {
  schema: z.array(memberSchema).readonly(),
  ttl_s: KEPT_FOR / SECOND,
  immutable: true,
  early_refresh: 0,
};

/** The oldest agents of the project, up to a hundred, as of a revision that was read before. */
export const membersAt = async (project: ProjectScope, revision: number, cache: Cache): Promise<readonly Member[]> => {
  const key = ['members', revision].join(' ');
  const kept = await cache.get(project, key, keep);
  if (kept) return kept;
  const { items } = await listStoredAgents(project, { limit: MOST_MEMBERS });
  const members = items.map(({ agent_key, name, created_at }) => ({ agent_key, name, created_at }));
  await cache.setLater(project, key, keep, members);
  return members;
};
