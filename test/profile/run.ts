import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { ROOT } from '../../infra/sources.ts';
import { type Wanted, wantedOf } from './arguments.ts';
import { flameGraph } from './flame-graph.ts';
import { stacksOf } from './stacks.ts';
import { topFunctions } from './top.ts';
import { gateway } from './work/gateway.ts';
import { memory } from './work/memory.ts';
import { plan } from './work/plan.ts';
import { push } from './work/push.ts';
import { turn } from './work/turn.ts';
import type { Work } from './work.ts';

/** `npm run profile -- turn`: where the CPU goes, as a flame graph in one HTML file and as a table. */
const WORKS: Record<string, Work> = { turn, plan, push, gateway, memory };

const wanted = (): Wanted => {
  try {
    return wantedOf(process.argv.slice(2), Object.keys(WORKS));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
};

const { name, amount, out } = wanted();
const work = WORKS[name] as Work;
const { title, threads, cpu } = await work(amount);
const root = stacksOf(threads);
const file = resolve(out ?? resolve(ROOT, '.build', 'profiles', `${name}.html`));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, flameGraph(title, root));
topFunctions({ title, root, cpu });
process.stdout.write(
  `\nThe flame graph is in ${relative(process.cwd(), file)}; it opens in any browser and loads nothing.\n`,
);
