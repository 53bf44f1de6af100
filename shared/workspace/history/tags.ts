import { Conflict, Unavailable } from '../../core/errors.ts';
import { fullJitter, pause } from '../../core/jitter.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { getItem, projectKeys, queryAll, ranges, transact, updateItem, type Write } from '../../store/index.ts';
import { publicVersion, readVersion, type StoredVersion, type Version } from './version.ts';
import { findVersion, noSuchVersion } from './versions.ts';

/** Tagged versions are never thinned out, so there is an end to them. */
const MOST_TAGGED = 200;
/** Every attempt after the first follows somebody else's tag. */
const MAX_ATTEMPTS = 60;

const stillKept = 'attribute_exists(#pk)';

/** A tag names one version, as in git: it is taken from the other first. */
export class TagTaken extends Conflict {}

/** Names a version, or takes its name away, so that it is kept, or not. Throws `TagTaken` where another version has the name. */
export const tagVersion = (project: ProjectScope, version: number, tag: string | null): Promise<Version> =>
  tag === null ? untag(project, version) : giveTag(project, version, tag);

const untag = async (project: ProjectScope, version: number): Promise<Version> => {
  const outcome = await updateItem(projectKeys.workspaceVersion(project, version), 'remove #tag', { when: stillKept });
  if (!outcome.ok) throw noSuchVersion();
  return publicVersion(readVersion(outcome.item));
};

const noneGiven = 'attribute_exists(#pk) and attribute_not_exists(#tags_given)';
const noneGivenSince = '#tags_given = :given';

/**
 * The tags are read before the write, which fails if one was given since; the head counts them:
 *
 *     one        reads: v1 is free ── gives v1 to version 3
 *     another    reads: v1 is free ────────────────────────── too late: reads again, and is refused
 */
const giveTag = async (project: ProjectScope, version: number, tag: string): Promise<Version> => {
  const head = projectKeys.workspace(project);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(fullJitter(Math.min(attempt, 6), { base: 4, cap: 200 }));
    const given = (await getItem(head))?.tags_given;
    await mayTag(project, version, tag);
    const named: Write = {
      key: projectKeys.workspaceVersion(project, version),
      update: 'set #tag = :tag',
      when: stillKept,
      values: { tag },
    };
    const counted: Write = {
      key: head,
      update: 'set #tags_given = :next',
      when: given === undefined ? noneGiven : noneGivenSince,
      values: { given, next: Number(given ?? 0) + 1 },
    };
    const outcome = await transact([named, counted]);
    if (outcome.ok) return publicVersion(await findVersion(project, version));
    if (outcome.lost.includes(0)) throw noSuchVersion();
  }
  throw new Unavailable('Too many tags are given at the same time; retry shortly.', { retryAfter: 1 });
};

const mayTag = async (project: ProjectScope, version: number, tag: string): Promise<void> => {
  const others = (await tagged(project)).filter((one) => one.version !== version);
  const holder = others.find((one) => one.tag === tag);
  if (holder)
    throw new TagTaken(`Version ${holder.version} has the tag ${tag} already. Take it away from that one first.`);
  if (others.length >= MOST_TAGGED)
    throw new Conflict(`At most ${MOST_TAGGED} versions have a tag. Take one away from another first.`);
};

const tagged = async (project: ProjectScope): Promise<StoredVersion[]> => {
  const found: StoredVersion[] = [];
  for await (const item of queryAll(ranges.workspaceVersions(project)))
    if (item.tag !== undefined) found.push(readVersion(item));
  return found;
};
