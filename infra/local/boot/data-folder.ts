import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { FolderLock } from './folder-lock.ts';

/** The local cloud cannot start, for a reason its owner can change. The message is one line for that person. */
export class BootRefused extends Error {
  override readonly name = 'BootRefused';
}

/** A folder this process alone keeps its data in. */
export class DataFolder {
  readonly path: string;
  /** There are tables of an earlier process here, and perhaps work it did not end. */
  readonly hadEarlierLife: boolean;
  readonly #lock: FolderLock;

  /** @throws BootRefused when the folder cannot be used or another process uses it. */
  constructor(folder: string) {
    this.path = resolve(folder);
    this.hadEarlierLife = existsSync(this.within('dynamodb'));
    try {
      ensureFolder(this.path);
      this.#lock = this.#take();
    } catch (error) {
      if (error instanceof BootRefused) throw error;
      throw new BootRefused(`The data folder ${this.path} cannot be used: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }

  within(...names: string[]): string {
    return join(this.path, ...names);
  }

  release(): void {
    this.#lock.release();
  }

  #take(): FolderLock {
    const lock = FolderLock.take(this.path);
    if (lock instanceof FolderLock) return lock;
    const holder = lock.heldBy ? `process ${lock.heldBy.pid} since ${lock.heldBy.since}` : 'another process';
    throw new BootRefused(`The data folder ${this.path} is in use by ${holder}; choose another with ARTEL_DATA.`);
  }
}

/** Not `mkdir` with `recursive`: below `/proc`, and wherever else a missing folder cannot be made, Node tries for ever. */
function ensureFolder(path: string): void {
  if (existsSync(path)) return;
  ensureFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
