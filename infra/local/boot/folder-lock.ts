import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Who holds a folder, as far as its note can be read. */
export type Holder = { pid: number; since: string };

/** SQLite's result code for a lock that somebody else has. */
const SQLITE_BUSY = 5;

/**
 * The lock of a folder: an exclusive transaction on a small SQLite file, which takes the operating system's file lock. The
 * system drops it with its process, however that ends, so nothing a killed process leaves behind can block the next start;
 * a process id in a file would, as soon as another process has the same number. Two holders in one process exclude each
 * other too. The note beside the lock only names the holder; whether there is one is up to the lock.
 */
export class FolderLock {
  readonly #database: DatabaseSync;
  readonly #note: string;

  private constructor(database: DatabaseSync, note: string) {
    this.#database = database;
    this.#note = note;
  }

  /** The lock, or who has it; `undefined` where the holder has not written its note yet. */
  static take(folder: string, now: () => number = Date.now): FolderLock | { heldBy: Holder | undefined } {
    const note = join(folder, 'holder.json');
    // Nothing else may open this file: closing it would drop the lock (POSIX, fcntl).
    const database = new DatabaseSync(join(folder, 'lock.sqlite'));
    try {
      database.exec('BEGIN EXCLUSIVE');
      const holder: Holder = { pid: process.pid, since: new Date(now()).toISOString() };
      writeFileSync(note, JSON.stringify(holder), { mode: 0o600 });
      return new FolderLock(database, note);
    } catch (error) {
      database.close();
      if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
      return { heldBy: holderIn(note) };
    }
  }

  release(): void {
    rmSync(this.#note, { force: true });
    if (this.#database.isOpen) this.#database.close();
  }
}

function holderIn(note: string): Holder | undefined {
  try {
    const { pid, since } = JSON.parse(readFileSync(note, 'utf8')) as Partial<Holder>;
    return pid !== undefined && since !== undefined ? { pid, since } : undefined;
  } catch (error) {
    // Not there yet, or half written: the refusal does without a name.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
