import { join } from 'node:path';
import { build } from 'esbuild';
import { LAZY_PACKAGES } from '../../../infra/lazy-packages.ts';
import { ROOT } from '../../../infra/sources.ts';

/** The gateway module as one minified file, as functions are deployed: what runs from sources takes some 100 MB for that. */
export const builtModule = async (): Promise<string> => {
  const outfile = join(ROOT, '.build', 'bench', 'module.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'module.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    keepNames: true,
    mainFields: ['module', 'main'],
    // Found in the checkout: the encoding's file beside its package, what only the table needs, and what functions load lazily.
    external: ['./filled-table.ts', ...LAZY_PACKAGES],
    banner: { js: "import{createRequire as __r}from'node:module';const require=__r(import.meta.url);" },
    logLevel: 'warning',
  });
  return outfile;
};
