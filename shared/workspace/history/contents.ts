import { LRUCache } from 'lru-cache';
import { sha256 } from '../../core/digest.ts';
import { NotFound } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { isEarlier, wholeOf } from '../files/objects.ts';
import { type Entry, sameEntry, sorted, type Tree } from '../files/tree.ts';
import type { Version } from './version.ts';
import { listVersions, snapshotAt } from './versions.ts';

const PAGE = 100;

/** What a kept version has that the one before it, of those that are kept, has not. */
export type VersionContents = Pick<Version, 'version' | 'author' | 'reason' | 'tag'> & {
  /** Counts the kept versions that differ from the one before: the number it has in a project that has no others. */
  nth: number;
  /** The kept version before it; 0 for none. */
  from: number;
  files: { path: string; sha256: string; bytes: number; executable: boolean }[];
  removed: string[];
};
/** The bytes of files, before the first version that names them. */
export type NamedBytes = { sha256: string; bytes: Uint8Array };

/** Bytes that are remembered as told. Of a history with more, some may be told again. */
const MOST_REMEMBERED = 200_000;

/**
 * The files of every kept version, from the oldest on: what each changed, and before it the bytes that no earlier one had. One tree
 * and one file are in memory at a time. A version that is thinned out meanwhile is left out, and so is what only it had.
 */
export async function* contentsOfVersions(project: ProjectScope): AsyncGenerator<VersionContents | NamedBytes> {
  const told = new LRUCache<string, true>({ max: MOST_REMEMBERED });
  let before: { version: number; nth: number; tree: Tree } = { version: 0, nth: 0, tree: new Map() };
  for await (const { version, author, reason, tag } of keptVersions(project)) {
    const tree = await treeAt(project, version);
    if (!tree) continue;
    const files: VersionContents['files'] = [];
    let isWhole = true;
    for (const [path, entry] of sorted(tree)) {
      if (sameEntry(entry, before.tree.get(path))) continue;
      const named = await namedBytes(project, entry, told);
      if (named === undefined) {
        isWhole = false;
        break;
      }
      if (named.bytes && !told.has(named.sha256)) yield { sha256: named.sha256, bytes: named.bytes };
      told.set(named.sha256, true);
      files.push({ path, sha256: named.sha256, bytes: entry.bytes, executable: entry.executable });
    }
    if (!isWhole) continue;
    const removed = [...before.tree.keys()].filter((path) => !tree.has(path)).toSorted();
    const nth = before.nth + (files.length + removed.length > 0 ? 1 : 0);
    yield { version, from: before.version, nth, author, reason, tag, files, removed };
    before = { version, nth, tree };
  }
}

async function* keptVersions(project: ProjectScope): AsyncGenerator<Version> {
  let after: string | undefined;
  do {
    const page = await listVersions(project, {
      limit: PAGE,
      newestFirst: false,
      ...(after !== undefined && { after }),
    });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

const treeAt = async (project: ProjectScope, version: number): Promise<Tree | undefined> => {
  try {
    return (await snapshotAt(project, version)).tree;
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
};

/** Without bytes: they were told. `undefined`: they are gone, because the version is. */
const namedBytes = async (
  project: ProjectScope,
  entry: Entry,
  told: LRUCache<string, true>,
): Promise<{ sha256: string; bytes?: Uint8Array } | undefined> => {
  const digest = isEarlier(entry.blob) ? undefined : entry.blob.slice(entry.blob.lastIndexOf('/') + 1);
  if (digest !== undefined && told.has(digest)) return { sha256: digest };
  const bytes = await wholeOf(project, entry);
  return bytes && { sha256: digest ?? sha256(Buffer.from(bytes)), bytes };
};
