import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A bundle carries the program beside its `index.mjs`. */
export const PROGRAM_FILE = 'sandbox.mjs';

/** The program that runs the shell, and the folder that holds all it may read. */
export const programFile = (): { program: string; folder: string } => {
  const here = import.meta.dirname;
  const beside = join(here, PROGRAM_FILE);
  if (existsSync(beside)) return { program: beside, folder: here };
  return { program: join(here, 'program', 'main.ts'), folder: dirname(dirname(dirname(here))) };
};
