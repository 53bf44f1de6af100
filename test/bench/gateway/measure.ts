import { percentile } from '../figures.ts';
import type { Contender } from './contender.ts';
import { Client, type Timing } from './load.ts';

const BLOCK = 20;
const WARM_UP = 100;
const SECOND = 1_000;

let sessions = 0;
const newSession = (): string => {
  sessions += 1;
  return `bench-${sessions}`;
};

/**
 * Calls one at a time, in blocks that alternate between the contenders, so that whatever else the machine does meets them
 * all. Each block is a session of its own.
 */
export const alternating = async (
  contenders: Contender[],
  bodyOf: (call: number) => string,
  calls: number,
): Promise<Map<string, Timing[]>> => {
  const all = contenders.map((contender) => ({ contender, client: new Client(contender), timings: [] as Timing[] }));
  let turn = 0;
  const block = async ({ client, timings }: (typeof all)[number], size: number): Promise<void> => {
    const session = newSession();
    for (let one = 0; one < size; one += 1) {
      timings.push(await client.call(bodyOf(turn + one), session));
    }
  };
  for (const one of all) await block(one, Math.min(WARM_UP, calls));
  for (const one of all) one.timings.length = 0;
  for (turn = WARM_UP; turn < WARM_UP + calls; turn += BLOCK) {
    for (const one of all) await block(one, BLOCK);
  }
  for (const { client } of all) client.close();
  return new Map(all.map(({ contender, timings }) => [contender.name, timings]));
};

/** Calls a second, and of a process that is a contender's own the CPU of a call, in milliseconds. */
export type Rate = { perSecond: number; cpu?: number };

/** At one concurrency: of each contender the medians of some rounds that alternate. */
export const rates = async (
  contenders: Contender[],
  bodyOf: (call: number) => string,
  concurrency: number,
  rounds: number,
  seconds: number,
): Promise<Map<string, Rate>> => {
  const found = new Map<string, Rate[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      found.get(contender.name)?.push(await rate(contender, bodyOf, concurrency, seconds));
    }
  }
  return new Map([...found].map(([name, values]) => [name, middle(values)]));
};

const middle = (rounds: Rate[]): Rate => {
  const cpu = rounds.flatMap((one) => one.cpu ?? []);
  return {
    perSecond: percentile(
      rounds.map(({ perSecond }) => perSecond),
      0.5,
    ),
    ...(cpu.length > 0 && { cpu: percentile(cpu, 0.5) }),
  };
};

const rate = async (
  contender: Contender,
  bodyOf: (call: number) => string,
  concurrency: number,
  seconds: number,
): Promise<Rate> => {
  const client = new Client(contender);
  const before = contender.usage?.().cpu;
  let calls = 0;
  const begun = performance.now();
  const until = begun + seconds * SECOND;
  const worker = async (): Promise<void> => {
    const session = newSession();
    while (performance.now() < until) {
      calls += 1;
      await client.call(bodyOf(calls), session);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const perSecond = (calls / (performance.now() - begun)) * SECOND;
  client.close();
  const after = contender.usage?.().cpu;
  if (before === undefined || after === undefined) return { perSecond };
  return { perSecond, cpu: (after - before) / calls };
};
