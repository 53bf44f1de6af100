import { join } from 'node:path';
import type { Metafile } from 'esbuild';

const replacement = (name: string): string => join(import.meta.dirname, 'replacements', `${name}.ts`);

/** What packages loaded at first use import, and what of ours they get instead; each file says why. */
export const PACKAGES_REPLACED = {
  '@aws-sdk/credential-provider-node': replacement('credentials'),
  '@modelcontextprotocol/client/_shims': replacement('ajv'),
};

/** The same for what each start of a function loads. */
export const REPLACED = {
  ...PACKAGES_REPLACED,
  '@smithy/core/event-streams': replacement('event-streams'),
  'node:http': replacement('http'),
  http: replacement('http'),
  'node:process': replacement('process'),
  process: replacement('process'),
};

/** An `import` names what it takes, so the bundler misses nothing. `require` would get a part for the whole, unnoticed. */
export function refuseRequired({ inputs }: Metafile): void {
  for (const [module, { imports }] of Object.entries(inputs)) {
    const found = imports.find(({ path, kind }) => kind === 'require-call' && path.includes('infra/replacements/'));
    if (found) throw new Error(`${module} requires what ${found.path} stands for; it has to import it.`);
  }
}
