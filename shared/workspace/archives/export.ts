import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { Unavailable, Unprocessable } from '../../core/errors.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { wholeOf } from '../files/objects.ts';
import { sorted, type Tree } from '../files/tree.ts';
import { findVersion, snapshotAt } from '../history/versions.ts';
import type { ArchiveFormat } from './formats.ts';
import { type Commit, writeBundle } from './git/write.ts';
import type { Packed } from './packed.ts';
import { writeTar } from './tar/write.ts';
import { writeZip } from './zip/write.ts';

/** Files read at the same time, and so the most that are in memory at a time. */
const CONCURRENCY = 8;

/** An archive of a version, or of the newest: which one, and its bytes, piece by piece. 404 where there is no such version. */
export const exportArchive = async (
  project: ProjectScope,
  { format, at }: { format: ArchiveFormat; at?: number | undefined },
): Promise<{ version: number; pieces: AsyncGenerator<Uint8Array> }> => {
  const { version, tree } = await snapshotAt(project, at);
  const files = filesOf(project, tree);
  if (format === 'zip') return { version, pieces: writeZip(files) };
  if (format === 'tar.gz') return { version, pieces: gzipped(writeTar(files)) };
  mustBeForGit(tree);
  return { version, pieces: writeBundle(files, await commitOf(project, version)) };
};

/** Where git keeps its own, also where capitals do not count, and by the short name that Windows gives it: no clone has such a file. */
const OF_GIT = /(?:^|\/)(?:\.git|git~1)(?:\/|$)/i;

const mustBeForGit = (tree: Tree): void => {
  const path = sorted(tree).find(([one]) => OF_GIT.test(one))?.[0];
  if (path === undefined) return;
  throw new Unprocessable(
    `Git cannot have ${path}: it keeps its own there. Remove it, or take a tar.gz or zip archive.`,
  );
};

const commitOf = async (project: ProjectScope, version: number): Promise<Commit> => {
  if (version === 0) return { by: 'Artel', at: 0, reason: 'Files' };
  const { author, created_at, reason } = await findVersion(project, version);
  return { by: author.kind === 'agent' ? author.name : author.kind, at: created_at, reason };
};

async function* filesOf(project: ProjectScope, tree: Tree): AsyncGenerator<Packed> {
  const entries = sorted(tree);
  for (let from = 0; from < entries.length; from += CONCURRENCY) {
    const group = entries.slice(from, from + CONCURRENCY);
    const contents = await Promise.all(group.map(([, entry]) => wholeOf(project, entry)));
    for (const [index, [path, { at, executable }]] of group.entries()) {
      const content = contents[index];
      // Thinned out and swept while it was being read: the archive breaks off, and shows it by having no end.
      if (!content) throw new Unavailable('The version was removed while it was being read.');
      yield { path, content, executable, at };
    }
  }
}

async function* gzipped(pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(pieces, { objectMode: false });
  const zip = createGzip();
  source.once('error', (error) => zip.destroy(error));
  try {
    yield* source.pipe(zip);
  } finally {
    source.destroy();
  }
}
