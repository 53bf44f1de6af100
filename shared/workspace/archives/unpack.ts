import { gunzipSync } from 'node:zlib';
import type { WorkspaceLimits } from '../commits/limits.ts';
import { readBundle } from './git/read.ts';
import { type ArchiveFile, Intake } from './intake.ts';
import { ArchiveRefused, damaged, isTooLong } from './refused.ts';
import { readTar } from './tar/read.ts';
import { readZip } from './zip/read.ts';

/** What of a tar archive is not the bytes of files: headers, folders, the rest of blocks. */
const TAR_OVERHEAD_BYTES = 32 * 1024 * 1024;

/**
 * The files of an archive: tar in gzip, zip, or a bundle of git, told apart by how they begin. All of them fit into a workspace
 * with these limits. Throws `ArchiveRefused`, and has nothing written.
 */
export const filesIn = (archive: Buffer, limits: WorkspaceLimits): Map<string, ArchiveFile> => {
  const intake = new Intake(limits);
  if (begins(archive, '\x1f\x8b')) readTar(gunzipped(archive, limits), intake);
  else if (begins(archive, 'PK')) readZip(archive, intake);
  else if (begins(archive, '# v')) readBundle(archive, intake);
  else throw new ArchiveRefused('An archive is a tar archive in gzip, a zip archive, or a bundle of git.');
  if (intake.files.size === 0) throw new ArchiveRefused('The archive holds no files.');
  return intake.files;
};

const begins = (archive: Buffer, mark: string): boolean => archive.toString('latin1', 0, mark.length) === mark;

const gunzipped = (archive: Buffer, { bytes }: WorkspaceLimits): Buffer => {
  try {
    return gunzipSync(archive, { maxOutputLength: bytes + TAR_OVERHEAD_BYTES });
  } catch (error) {
    throw isTooLong(error)
      ? new ArchiveRefused(`The files of a workspace have at most ${bytes} bytes together.`)
      : damaged();
  }
};
