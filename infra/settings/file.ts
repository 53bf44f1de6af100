import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../sources.ts';
import { faultsOf, type Overrides, overrides, type Stage } from './schema.ts';

/** Beside `cdk.json`; not there in a fresh checkout. */
export const SETTINGS_FILE = 'artel.config.json';

/** `all` holds for every stage, a stage's own part before it. */
const parts = z.strictObject({
  all: overrides.optional(),
  dev: overrides.optional(),
  staging: overrides.optional(),
  prod: overrides.optional(),
});

/**
 * What the file says of a stage; nothing where there is no file.
 *
 * @throws Error that names the file and everything that is wrong in it, in any stage's part
 */
export function overridesFor(stage: Stage, path = join(ROOT, SETTINGS_FILE)): Overrides[] {
  if (!existsSync(path)) return [];
  const { all, [stage]: own } = read(path);
  return [all ?? {}, own ?? {}];
}

function read(path: string): z.infer<typeof parts> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${SETTINGS_FILE} is not JSON: ${(cause as Error).message}`, { cause });
  }
  const result = parts.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`${SETTINGS_FILE}: ${faultsOf(result.error)}`);
}
