import { contender } from '../gateway/contender.ts';
import type { Result } from '../results/result.ts';
import { artel } from './artel.ts';
import type { TurnContender } from './contender.ts';
import { langgraph } from './langgraph.ts';
import { mastra } from './mastra.ts';
import { type Amount, measureAll } from './measure.ts';
import { besidePeers, everybody } from './report.ts';

const AMOUNT: Amount = { settle: 10_000, warmUp: 20, blocks: 6, block: 10, rounds: 3, each: 6, rest: 60_000 };

/** The same turn here and at others, each in a process of its own, with one upstream that answers at once. */
export const turnsBeside = async (amount: Amount = AMOUNT): Promise<Result[]> => {
  const upstream = await contender('upstream', '../gateway/upstream.ts');
  const contenders: TurnContender[] = [];
  try {
    for (const start of [artel, mastra, langgraph]) {
      const one = await start(upstream.url);
      if (one) contenders.push(one);
    }
    const measured = await measureAll(contenders, amount);
    everybody(measured);
    return besidePeers(measured);
  } finally {
    for (const one of contenders) await one.stop();
    await upstream.stop();
  }
};
