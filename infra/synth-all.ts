import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { bundle } from './bundle.ts';
import { refuseLarge, sizeTable } from './bundle-sizes.ts';
import { configuredSettings, STAGES } from './settings/index.ts';
import { synthesize } from './synth.ts';

/**
 * `npm run synth`: writes the templates of every stage to `cdk.out/<stage>/` below the working directory, where they can be
 * read and compared, and prints what they consist of.
 */
const print = (text: string) => process.stdout.write(text);
const since = (start: number) => `${((performance.now() - start) / 1_000).toFixed(1)} s`;

const start = performance.now();
const bundles = bundle();
print(`bundles (${bundles.reused ? 'unchanged' : 'built'}, ${since(start)})\n${sizeTable(bundles)}`);
refuseLarge(bundles.bytes);
for (const stage of STAGES) {
  const stageStart = performance.now();
  const outdir = join('cdk.out', stage);
  // A stack that no longer exists must not look as if it did.
  rmSync(outdir, { recursive: true, force: true });
  const { templates } = synthesize(stage, { bundle: bundles, outdir, settings: configuredSettings(stage) });
  print(`${stage} (${since(stageStart)}) in ${outdir}\n`);
  for (const [name, { Resources }] of Object.entries(templates)) {
    print(`  ${name.padEnd(24)}${String(Object.keys(Resources).length).padStart(4)} resources\n`);
  }
}
print(`all in ${since(start)}\n`);
