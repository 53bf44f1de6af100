import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A program of ours that is the first inside: what is bound where, and what Node is told to run. */
export type Program = { outside: string; inside: string; entry: string };

/**
 * `command` runs one command and ends. A bundle carries it beside its `index.mjs`, in one file; otherwise Node runs its source.
 *
 * @param here folder of the bundle, or of this file
 */
export function insideProgram(name: 'command' | 'agent', here: string = import.meta.dirname): Program {
  const file = `sandbox-${name}.mjs`;
  const beside = join(here, file);
  if (existsSync(beside)) return { outside: beside, inside: `/runtime/${file}`, entry: `/runtime/${file}` };
  const source = name === 'command' ? 'command.ts' : 'agent/piped.ts';
  return { outside: join(here, '..'), inside: '/runtime/sandbox', entry: `/runtime/sandbox/inside/${source}` };
}
