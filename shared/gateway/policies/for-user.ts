import { LRUCache } from 'lru-cache';
import type { UserScope } from '../../core/scope.ts';
import { forgetImposed, type Imposed, rememberedFor } from './imposed.ts';
import { parsedOwn, recentOwnItemOf, type StoredOwn } from './own/stored.ts';
import { tightened } from './own/tighten.ts';
import type { ChainSetting } from './settings.ts';

/** The last chain of each user: its settings stay the same objects while nothing changes, so patterns are compiled once. */
const chains = new LRUCache<string, { imposed: Imposed; own: StoredOwn; chain: ChainSetting[] }>({ max: 1_000 });

/**
 * The policies for one user's calls. What administrators decided is read once and then from memory; the user's own are at most a
 * second old in the work under way, and read anew by each request. If any of it cannot be read the call fails: none
 * is left out. Single reads, because a role's grants name one kind of partition each.
 */
export const policiesFor = async (user: UserScope): Promise<ChainSetting[]> => {
  const [decided, item] = await Promise.all([rememberedFor(user), recentOwnItemOf(user)]);
  const last = chains.get(user.prefix);
  const unchanged = last?.own.version === Number(item?.version ?? 0);
  if (last && unchanged && last.imposed === decided) return last.chain;
  const own = last && unchanged ? last.own : parsedOwn(item);
  const chain = tightened(decided.policies, own, decided.may.switch_off);
  chains.set(user.prefix, { imposed: decided, own, chain });
  return chain;
};

/** Empties the memory, as in a new container. */
export const forgetPolicies = (): void => {
  forgetImposed();
  chains.clear();
};
