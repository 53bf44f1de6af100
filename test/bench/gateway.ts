import { print, table } from './figures.ts';
import { builtModule } from './gateway/built.ts';
import { throughCloud } from './gateway/cloud.ts';
import { type Contender, contender } from './gateway/contender.ts';
import { alternating, rates } from './gateway/measure.ts';
import { portkey } from './gateway/portkey.ts';
import { requests } from './gateway/prompts.ts';
import { added, perSecond } from './gateway/report.ts';

const CALLS = 1_000;
const STORED_CALLS = 300;
const CONCURRENCIES = [1, 16, 64];
const ROUNDS = 3;
const SECONDS = 1;

/** What the gateway adds to a model call, and how many calls a second it carries, against the bare upstream in the same run. */
export const gateway = async (): Promise<void> => {
  const module = await builtModule();
  const upstream = await contender('bare upstream', 'upstream.ts');
  const others: Contender[] = [];
  try {
    others.push(
      await contender('bare pass-through', 'pass-through.ts', [upstream.url]),
      await contender('module, nothing switched on', module, [upstream.url, 'nothing']),
      await contender('module, full chain', module, [upstream.url, 'chain']),
    );
    const known = await portkey(upstream.url);
    if (known) others.push(known);
    else print('  Portkey is not installed and not compared: npm ci --prefix test/bench --ignore-scripts');
    await compared([upstream, ...others], CALLS);
    table('Memory of each process after all of that', [
      ['', 'MB'],
      ...others.map(({ name, memory }) => [name, memory?.().toFixed(0) ?? '']),
    ]);
    for (const one of others.splice(0)) await one.stop();
    const stored = await contender('module, full chain, in the table', 'module.ts', [upstream.url, 'store']);
    others.push(stored);
    print(
      '\n  With budgets, records, vaults and blocks in a local DynamoDB, which shares the process and the machine:',
    );
    await compared([upstream, stored], STORED_CALLS);
    await stored.stop();
    await throughCloud(upstream, (contenders) => compared(contenders, STORED_CALLS));
  } finally {
    for (const one of [...others, upstream]) await one.stop();
  }
};

const compared = async (contenders: Contender[], calls: number): Promise<void> => {
  const [json, streams] = [requests(false), requests(true)];
  const whole = await alternating(contenders, json, calls);
  added(`Added to a JSON call on a 4 KB prompt, ${calls} calls one at a time`, whole, ({ whole: time }) => time);
  const streamed = await alternating(contenders, streams, calls);
  added(`Added to the first word of a stream, ${calls} calls one at a time`, streamed, ({ first }) => first);
  added('Added to the whole stream, the same calls', streamed, ({ whole: time }) => time);
  const found = [];
  for (const concurrency of CONCURRENCIES) {
    found.push(await rates(contenders, json, concurrency, ROUNDS, SECONDS));
  }
  perSecond('JSON calls a second, and the part of the bare upstream’s', CONCURRENCIES, found);
};
