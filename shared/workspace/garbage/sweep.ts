import { findAccount } from '../../accounts/index.ts';
import { type Clock, DAY, systemClock } from '../../core/clock.ts';
import { Defect } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { WORKSPACE } from '../../core/tiers/built-in.ts';
import { DEFAULT_TIER, tierNamed } from '../../limits/index.ts';
import { deleteObjects } from '../../platform/objects.ts';
import {
  due,
  getItem,
  LAST_WRITES,
  objectPrefix,
  projectKeys,
  queryAll,
  ranges,
  updateItem,
} from '../../store/index.ts';
import { EARLIER_FILES, findManifest, markIn, namesUnder, OBJECTS } from '../files/objects.ts';
import { type Head, readHead } from '../history/head.ts';
import { readVersion } from '../history/version.ts';
import { thin } from './thin.ts';

/** What a sweep removed. */
export type SweptObjects = { objects: number; bytes: number };

/**
 * Thins the versions out and removes the objects that no version names. Nothing that a version names, or that a commit under
 * way will name, is removed: see the README, "Garbage". Repeatable at any point; two at a time do no harm.
 */
export const sweepWorkspace = async (project: ProjectScope, clock: Clock = systemClock): Promise<SweptObjects> => {
  const { more } = await thin(project, await mostVersions(project));
  const head = await begin(project, clock);
  if (!head) return { objects: 0, bytes: 0 };
  const named = await namedObjects(project);
  const swept = await removeOthers(project, { named, mark: head.mark, clock });
  await finish(project, head, { more, clock });
  return swept;
};

/** Also of somebody whose account is locked, which is about what they may do. */
const mostVersions = async ({ user }: ProjectScope): Promise<number> => {
  const tier = await tierNamed((await findAccount(user))?.tier ?? DEFAULT_TIER);
  return (tier.workspace ?? WORKSPACE).versions;
};

const isThere = 'attribute_exists(#pk)';

/** From here on no commit succeeds that has put anything under an earlier mark. `undefined`: the project is gone. */
const begin = async (project: ProjectScope, clock: Clock): Promise<Head | undefined> => {
  const key = projectKeys.workspace(project);
  const outcome = await updateItem(key, 'set #mark = #mark + :one, #due_at = :due_at, #due_shard = :due_shard', {
    when: isThere,
    values: { one: 1, ...due(key, clock.now() + DAY) },
  });
  return outcome.ok ? readHead(outcome.item) : undefined;
};

/** Manifests read at the same time. */
const CONCURRENCY = 16;

/** What the versions name that there are now. One that is removed meanwhile needs nothing any more. */
const namedObjects = async (project: ProjectScope): Promise<Set<string>> => {
  const versions = new Map<string, number>();
  for await (const item of queryAll(ranges.workspaceVersions(project))) {
    const { manifest, version } = readVersion(item);
    versions.set(manifest, version);
  }
  const wanted = [...versions];
  const named = new Set(versions.keys());
  for (let from = 0; from < wanted.length; from += CONCURRENCY) {
    const blobs = await Promise.all(wanted.slice(from, from + CONCURRENCY).map((one) => blobsOf(project, one)));
    for (const blob of blobs.flat()) named.add(blob);
  }
  return named;
};

/** While a version stands its manifest does: without it nobody knows what it names, and nothing may be removed. */
const blobsOf = async (project: ProjectScope, [manifest, version]: [string, number]): Promise<string[]> => {
  const tree = await findManifest(project, manifest);
  if (tree) return [...tree.values()].map(({ blob }) => blob);
  if (await getItem(projectKeys.workspaceVersion(project, version)))
    throw new Defect('The manifest of a version is gone.');
  return [];
};

/** Objects of one deletion. */
const BATCH = 1_000;

type Removal = { named: Set<string>; mark: number; clock: Clock };

/**
 * Only what has an earlier mark: what is put from now on has this one. And nothing young, so that a commit under way has to put
 * nothing again, and whoever has just read an old version can read its files.
 */
const removeOthers = async (project: ProjectScope, { named, mark, clock }: Removal): Promise<SweptObjects> => {
  const swept = { objects: 0, bytes: 0 };
  let found: string[] = [];
  const remove = async (): Promise<void> => {
    await deleteObjects(found.map((name) => objectPrefix(project) + name));
    swept.objects += found.length;
    found = [];
  };
  for (const folder of [OBJECTS, EARLIER_FILES]) {
    for await (const { name, bytes, modified } of namesUnder(project, folder)) {
      if (named.has(name) || markIn(name) >= mark || modified > clock.now() - LAST_WRITES) continue;
      found.push(name);
      swept.bytes += bytes;
      if (found.length === BATCH) await remove();
    }
  }
  await remove();
  return swept;
};

const nothingSince = '#version = :version and #mark = :mark';

/** Where nothing was committed meanwhile there is nothing to look for, but for what was too young: one more look finds that. */
const finish = async (
  project: ProjectScope,
  { version, mark }: Head,
  { more, clock }: { more: boolean; clock: Clock },
): Promise<void> => {
  const key = projectKeys.workspace(project);
  const seen = { when: nothingSince, values: { version, mark } };
  if (more) {
    await updateItem(key, 'set #due_at = :due_at, #due_shard = :due_shard', {
      ...seen,
      values: { ...seen.values, ...due(key, clock.now()) },
    });
    return;
  }
  const looked = { ...seen.values, swept: version };
  const again = await updateItem(key, 'remove #due_at, #due_shard', {
    when: `${nothingSince} and #swept = :version`,
    values: seen.values,
  });
  if (!again.ok) await updateItem(key, 'set #swept = :swept', { when: nothingSince, values: looked });
};
