import { type Clock, systemClock } from '../../core/clock.ts';
import { Unavailable } from '../../core/errors.ts';
import { fullJitter, pause, type Random } from '../../core/jitter.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { type Outcome, transact, type Write } from '../../store/index.ts';
import { putManifest } from '../files/objects.ts';
import { sizeOf, type Tree } from '../files/tree.ts';
import { moveHead } from '../history/head.ts';
import { type StoredVersion, versionItem } from '../history/version.ts';
import { newest, type Snapshot, snapshotAt } from '../history/versions.ts';
import { applied, mustUnpackAnywhere } from './apply.ts';
import type { About, Edit } from './edit.ts';
import { limitsOf, mustFit, mustStayWithin } from './limits.ts';
import { keepDraft } from './put.ts';
import { resolve } from './resolve.ts';
import { statsOf } from './stats.ts';

/** What a commit came to. `isNew`: the files were not as they are already. `merged`: files in which two changes met. */
export type Committed = { version: number; isNew: boolean; merged: string[]; files: number };

/** Writes that become true with the version, or not at all, by what the commit comes to. */
export type Beside = (committed: Committed) => Promise<Write[]> | Write[];

/** A write beside lost its condition: nothing was committed. */
export class BesideLost extends Error {
  override readonly name = 'BesideLost';
}

type Options = { beside?: Beside | undefined; clock?: Clock | undefined; random?: Random | undefined };

/** Each attempt after the first follows somebody else's version, or a sweep. */
const MAX_ATTEMPTS = 40;

/**
 * Makes a new version of the files: puts what is new, then moves the head in one transaction, which holds whatever `beside`
 * adds. A race that is lost is merged with what won it. The same files again make no version. Throws `EditConflict`,
 * `InvalidPath`, `WorkspaceFull`, 404 for a file or a base that is not there, and `BesideLost`.
 */
export const commit = async (project: ProjectScope, edit: Edit, options: Options = {}): Promise<Committed> => {
  const limits = await limitsOf(project.user);
  for (const change of edit.changes) if ('content' in change) mustFit(Buffer.byteLength(change.content), limits);
  const base = edit.base === undefined ? undefined : (await baseOf(project, edit.base)).tree;
  const put = new Set<string>();
  return untilFirst(project, options, async (now) => {
    const { draft, both } = applied(now.tree, base ?? now.tree, edit.changes);
    mustUnpackAnywhere(draft, now.tree);
    const merged = await resolve(project, draft, both);
    const at = (options.clock ?? systemClock).now();
    const tree = await keepDraft(project, draft, {
      now,
      at,
      put,
      check: (next) => mustStayWithin(next, now.tree, limits),
    });
    return { tree, merged, about: edit };
  });
};

/** Version 0 is the files of before the first one. */
const baseOf = (project: ProjectScope, base: number): Promise<Snapshot> =>
  base === 0
    ? newest(project).then((now) => (now.version === 0 ? now : { version: 0, tree: new Map() }))
    : snapshotAt(project, base);

export type Next = {
  tree: Tree;
  merged: string[];
  about: About;
  restored?: { version: number; manifest: string; check: Write };
};

/** Tries until its own write is the one that comes first. `make` says what the files are to be, from what they are. */
export const untilFirst = async (
  project: ProjectScope,
  { beside, clock = systemClock, random }: Options,
  make: (now: Snapshot) => Promise<Next>,
): Promise<Committed> => {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(fullJitter(Math.min(attempt, 6), { base: 4, cap: 200, ...(random && { random }) }));
    const now = await adopted(project, clock);
    const next = await make(now);
    const stats = statsOf(now.tree, next.tree);
    const isNew = stats.added + stats.changed + stats.removed > 0;
    const version = isNew ? now.version + 1 : now.version;
    const committed = { version, isNew, merged: next.merged, files: next.tree.size };
    const extra = (await beside?.(committed)) ?? [];
    const own = isNew ? await writesOf(project, now, next, { version, stats, at: clock.now() }) : [];
    if (extra.length + own.length === 0) return committed;
    const outcome = await transact([...extra, ...own]);
    if (outcome.ok) return committed;
    if (isLostAmong(outcome, extra))
      throw new BesideLost('What was to be written with the version lost its condition.');
  }
  throw new Unavailable('Too many change these files at the same time; retry shortly.', { retryAfter: 1 });
};

const isLostAmong = (outcome: Extract<Outcome, { ok: false }>, extra: Write[]): boolean =>
  outcome.lost.some((index) => index < extra.length);

type Made = { version: number; stats: StoredVersion['stats']; at: number };

const isNewVersion = 'attribute_not_exists(#pk)';

const writesOf = async (
  project: ProjectScope,
  now: Snapshot,
  { tree, about, restored }: Next,
  { version, stats, at }: Made,
): Promise<Write[]> => {
  const manifest = restored?.manifest ?? (await putManifest(project, now.head?.mark ?? 0, tree));
  const stored: StoredVersion = {
    version,
    parent: now.version,
    manifest,
    ...sizeOf(tree),
    author: about.author,
    reason: about.reason,
    ...(about.of && { of: about.of }),
    stats,
    ...(restored && { restored: restored.version }),
    created_at: at,
  };
  return [
    moveHead(project, { read: now.head, version, manifest, now: at }),
    { put: versionItem(project, stored), when: isNewVersion },
    ...(restored ? [restored.check] : []),
  ];
};

/** The files of before there were versions become the first one, so that one can go back to them. */
const adopted = async (project: ProjectScope, clock: Clock): Promise<Snapshot> => {
  const now = await newest(project);
  if (now.head || now.tree.size === 0) return now;
  const stats = { added: now.tree.size, changed: 0, removed: 0 };
  const about: About = { author: { kind: 'system' }, reason: 'Files of before there were versions' };
  const next: Next = { tree: now.tree, merged: [], about };
  await transact(await writesOf(project, now, next, { version: 1, stats, at: clock.now() }));
  return newest(project);
};
