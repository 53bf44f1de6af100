import { writeFileSync } from 'node:fs';
import { bundles } from './bundles.ts';
import { bus } from './bus.ts';
import { cache } from './cache.ts';
import { console } from './console.ts';
import { followers } from './events/followers.ts';
import { push } from './events/push.ts';
import { print } from './figures.ts';
import { gateway } from './gateway.ts';
import { memory } from './memory.ts';
import { neighbours } from './neighbours.ts';
import { pii } from './pii.ts';
import { plans } from './plans.ts';
import { previews } from './previews/first-byte.ts';
import { recall } from './recall.ts';
import { type Wanted, wantedOf } from './results/arguments.ts';
import type { Benchmark, Result } from './results/result.ts';
import { sideBySide } from './results/side-by-side.ts';
import { sandbox } from './sandbox.ts';
import { semanticCache } from './semantic-cache.ts';
import { startUp } from './start-up.ts';
import { turns } from './turns.ts';
import { vectors } from './vectors.ts';

/** `npm run bench`, or `npm run bench -- turns` for one of them. Figures are of this machine, as busy as it is. */
const benchmarks: Record<string, Benchmark> = {
  bundles,
  bus,
  cache,
  console,
  followers,
  gateway,
  memory,
  neighbours,
  pii,
  plans,
  previews,
  push,
  recall,
  sandbox,
  'semantic-cache': semanticCache,
  'start-up': startUp,
  turns,
  vectors,
};

const wanted = (): Wanted => {
  try {
    return wantedOf(process.argv.slice(2), Object.keys(benchmarks));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
};

const { names, json } = wanted();
const all: Result[] = [];
// Written after each, so that one that breaks off takes nothing of the others with it.
for (const name of names) {
  print(`\n== ${name}`);
  const results = (await benchmarks[name]?.()) ?? [];
  sideBySide(`${name}, side by side`, results);
  all.push(...results);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`);
}
