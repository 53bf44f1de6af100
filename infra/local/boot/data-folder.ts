import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The local cloud cannot start, for a reason its owner can change. The message is one line for that person. */
export class BootRefused extends Error {
  override readonly name = 'BootRefused';
}

/** A folder this process alone keeps its data in. */
export class DataFolder {
  readonly path: string;
  /** There are tables of an earlier process here, and perhaps work it did not end. */
  readonly hadEarlierLife: boolean;
  readonly #lock: string;

  /** @throws BootRefused when the folder cannot be used or another process uses it. */
  constructor(folder: string) {
    this.path = resolve(folder);
    this.#lock = join(this.path, 'lock');
    this.hadEarlierLife = existsSync(this.within('dynamodb'));
    try {
      ensureFolder(this.path);
      this.#take();
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
    rmSync(this.#lock, { force: true });
  }

  /** The lock names the process that holds it; one left by a process that is gone is taken over. */
  #take(): void {
    try {
      writeFileSync(this.#lock, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(readFileSync(this.#lock, 'utf8'));
      if (isAlive(holder)) {
        throw new BootRefused(
          `The data folder ${this.path} is in use by process ${holder}; choose another with ARTEL_DATA.`,
        );
      }
      writeFileSync(this.#lock, String(process.pid));
    }
  }
}

/** Not `mkdir` with `recursive`: below `/proc`, and wherever else a missing folder cannot be made, Node tries for ever. */
function ensureFolder(path: string): void {
  if (existsSync(path)) return;
  ensureFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

function isAlive(processId: number): boolean {
  try {
    return processId > 0 && process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
