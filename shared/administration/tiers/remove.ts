import { auditItem } from '../../audit/index.ts';
import { systemClock } from '../../core/clock.ts';
import { Conflict, NotFound } from '../../core/errors.ts';
import { configuredTiers, findStoredTier, forgetTiers, type StoredTier } from '../../limits/index.ts';
import { pointerKeys, transact, updateItem } from '../../store/index.ts';
import { findUsers } from '../find-users.ts';
import type { ByAdministrator } from './by.ts';

const notChangedSince = '#version = :version';

/**
 * Removes what is stored of a tier. Where the settings have one of the name, that one holds again; any other is removed
 * only when nobody has it. 404 for one that there is not, 409 for one of the settings alone and while somebody has it.
 *
 *     one      marks it as retiring ── looks through all users: nobody ── removes it
 *     another                       gives it to somebody: refused, it is retiring
 *
 * Whoever was given it before the mark is found. One that dies in between leaves it marked: it holds for those who have it,
 * until it is stored or removed again.
 */
export const removeTier = async (name: string, by: ByAdministrator): Promise<void> => {
  const stored = await findStoredTier(name);
  if (!stored && configuredTiers().has(name)) {
    throw new Conflict('This tier is one of the deployment’s settings, and can only be changed.');
  }
  if (!stored) throw new NotFound('There is no such tier.');
  if (configuredTiers().has(name)) return remove(stored, by);
  const retiring = await retire(stored);
  const holder = await holderOf(name);
  if (holder === undefined) return remove(retiring, by);
  await takeBack(retiring);
  throw new Conflict(`The user ${holder} has this tier; give another one to all who have it.`);
};

const remove = async ({ name, version }: StoredTier, { admin, origin, clock = systemClock }: ByAdministrator) => {
  const outcome = await transact([
    { remove: pointerKeys.tier(name), when: notChangedSince, values: { version } },
    { put: auditItem(admin, 'tier_removed', { ...origin, target: name }, clock.now()) },
  ]);
  forgetTiers();
  if (!outcome.ok) throw changedMeanwhile();
};

const changedMeanwhile = (): Conflict => new Conflict('The tier has changed meanwhile.');

/** From here on nobody is given it, and its version is another one. */
const retire = async ({ name, version, ...rest }: StoredTier): Promise<StoredTier> => {
  const next = version + 1;
  const outcome = await updateItem(pointerKeys.tier(name), 'SET #retiring = :yes, #version = :next', {
    when: notChangedSince,
    values: { version, next, yes: true },
  });
  if (!outcome.ok) throw changedMeanwhile();
  return { name, ...rest, version: next, retiring: true };
};

/** Another administrator may have stored it anew meanwhile, which takes the mark away as well. */
const takeBack = async ({ name, version }: StoredTier): Promise<void> => {
  await updateItem(pointerKeys.tier(name), 'REMOVE #retiring', { when: notChangedSince, values: { version } });
};

/** Somebody who has it. All users are looked through, two thousand at a time. */
const holderOf = async (tier: string): Promise<string | undefined> => {
  let after: string | undefined;
  do {
    const { items, next } = await findUsers({ limit: 1, tier, after });
    if (items[0]) return items[0].user_id;
    after = next;
  } while (after !== undefined);
  return undefined;
};
