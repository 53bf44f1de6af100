import { isUtf8 } from 'node:buffer';
import type { WorkspaceLimits } from '../commits/limits.ts';
import { filePath, InvalidPath } from '../files/path.ts';
import { ArchiveRefused } from './refused.ts';

export type ArchiveFile = { content: Uint8Array; executable: boolean };

/** Files, folders and whatever else an archive lists. */
const MAX_ENTRIES = 10_000;

/**
 * What comes out of an archive, counted before it is unpacked: an entry is announced with the size the archive gives for it, and
 * nothing is unpacked past that. So the memory an archive takes is bounded, whatever it holds.
 */
export class Intake {
  readonly files = new Map<string, ArchiveFile>();
  readonly limits: WorkspaceLimits;
  #entries = 0;
  #bytes = 0;

  constructor(limits: WorkspaceLimits) {
    this.limits = limits;
  }

  /** Counts one entry of whatever kind. */
  count(name: string): void {
    this.#entries += 1;
    if (this.#entries > MAX_ENTRIES) throw new ArchiveRefused(`An archive has at most ${MAX_ENTRIES} entries.`, name);
  }

  /** The path of a file that is about to be unpacked. */
  announce(name: string, bytes: number): string {
    const path = pathOf(name);
    if (this.files.has(path)) throw new ArchiveRefused('It is in the archive twice.', name);
    const { files, fileBytes, bytes: most } = this.limits;
    if (this.files.size >= files) throw new ArchiveRefused(`A workspace has at most ${files} files.`, name);
    if (bytes > fileBytes) throw new ArchiveRefused(`A file of the workspace has at most ${fileBytes} bytes.`, name);
    this.#bytes += bytes;
    if (this.#bytes > most)
      throw new ArchiveRefused(`The files of a workspace have at most ${most} bytes together.`, name);
    return path;
  }

  add(path: string, file: ArchiveFile): void {
    this.files.set(path, file);
  }
}

const pathOf = (name: string): string => {
  try {
    return filePath(name);
  } catch (error) {
    if (error instanceof InvalidPath) throw new ArchiveRefused(error.message, name);
    throw error;
  }
};

/** A name as text. Any other coding than UTF-8 would have to be guessed. */
export const nameIn = (bytes: Buffer): string => {
  if (isUtf8(bytes)) return bytes.toString();
  throw new ArchiveRefused('Its name is not UTF-8.', bytes.toString('latin1'));
};
