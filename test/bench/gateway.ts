import { median, print, table } from './figures.ts';
import { builtModule } from './gateway/built.ts';
import { throughCloud } from './gateway/cloud.ts';
import { type Contender, contender } from './gateway/contender.ts';
import { alternating, type Rate, rates } from './gateway/measure.ts';
import { portkey } from './gateway/portkey.ts';
import { requests } from './gateway/prompts.ts';
import { added, besidePeer, type Lines, perSecond } from './gateway/report.ts';
import type { Result } from './results/result.ts';

const CALLS = 1_000;
const STORED_CALLS = 300;
const CONCURRENCIES = [1, 16, 64];
const ROUNDS = 3;
const SECONDS = 1;
const OURS = ['module, nothing switched on', 'module, full chain'] as const;

/** What the gateway adds to a model call, and how many calls a second it carries, against the bare upstream in the same run. */
export const gateway = async (): Promise<Result[]> => {
  const module = await builtModule();
  const upstream = await contender('bare upstream', 'upstream.ts');
  const others: Contender[] = [];
  try {
    others.push(
      await contender('bare pass-through', 'pass-through.ts', [upstream.url]),
      await contender(OURS[0], module, [upstream.url, 'nothing']),
      await contender(OURS[1], module, [upstream.url, 'chain']),
    );
    const known = await portkey(upstream.url);
    if (known) others.push(known);
    const lines = await compared([upstream, ...others], CALLS);
    const memory = new Map(others.map(({ name, usage }) => [name, usage?.().memory ?? Number.NaN]));
    table('Memory of each process after all of that', [
      ['', 'MB'],
      ...[...memory].map(([name, megabytes]) => [name, megabytes.toFixed(0)]),
    ]);
    lines.push({ work: 'resident memory', unit: 'MB', values: memory });
    for (const one of others.splice(0)) await one.stop();
    const stored = await contender('module, full chain, in the table', 'module.ts', [upstream.url, 'store']);
    others.push(stored);
    print(
      '\n  With budgets, records, vaults and blocks in a local DynamoDB, which shares the process and the machine:',
    );
    await compared([upstream, stored], STORED_CALLS);
    await stored.stop();
    await throughCloud(upstream, async (contenders) => void (await compared(contenders, STORED_CALLS)));
    return besidePeer(lines, [...OURS], known?.name);
  } finally {
    for (const one of [...others, upstream]) await one.stop();
  }
};

const compared = async (contenders: Contender[], calls: number): Promise<Lines> => {
  const [json, streams] = [requests(false), requests(true)];
  const whole = await alternating(contenders, json, calls);
  added(`Added to a JSON call on a 4 KB prompt, ${calls} calls one at a time`, whole, ({ whole: time }) => time);
  const streamed = await alternating(contenders, streams, calls);
  added(`Added to the first word of a stream, ${calls} calls one at a time`, streamed, ({ first }) => first);
  added('Added to the whole stream, the same calls', streamed, ({ whole: time }) => time);
  const found: Map<string, Rate>[] = [];
  for (const concurrency of CONCURRENCIES) {
    found.push(await rates(contenders, json, concurrency, ROUNDS, SECONDS));
  }
  perSecond('JSON calls a second, and the part of the bare upstream’s', CONCURRENCIES, found);
  const bare = median(whole.get(contenders[0]?.name ?? '')?.map((timing) => timing.whole) ?? []);
  const overhead = [...whole].map(([name, timings]): [string, number] => [
    name,
    median(timings.map((timing) => timing.whole)) - bare,
  ]);
  return [
    { work: 'added to a JSON call, p50', unit: 'ms', values: new Map(overhead) },
    ...found.flatMap(
      (at, index): Lines => [
        { work: `calls, ${CONCURRENCIES[index]} at once`, unit: 'calls/s', values: valuesOf(at, 'perSecond') },
        { work: `CPU a call, ${CONCURRENCIES[index]} at once`, unit: 'ms', values: valuesOf(at, 'cpu') },
      ],
    ),
  ];
};

const valuesOf = (found: Map<string, Rate>, what: keyof Rate): Map<string, number> =>
  new Map([...found].map(([name, rate]) => [name, rate[what] ?? Number.NaN]));
