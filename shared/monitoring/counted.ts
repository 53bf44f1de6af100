import * as z from 'zod';
import { bucketsIn, DURATION_BUCKETS, type UsageDay } from '../usage/index.ts';

const count = z.number();
const durations = z.object({ buckets: z.array(count), milliseconds: count });

/** What only grows: figures of work that was done. */
export const countedSchema = z.object({
  runs: count,
  failed: count,
  calls: count,
  failedCalls: count,
  callMilliseconds: count,
  promptTokens: count,
  completionTokens: count,
  /** In US dollars. */
  cost: count,
  runDurations: durations,
  waitDurations: durations,
});
export type Counted = z.infer<typeof countedSchema>;

type Operation = (one: number, other: number) => number;

const each = (one: Counted, other: Counted, operation: Operation): Counted => {
  const { runDurations, waitDurations, ...plain } = one;
  const durationsOf = (mine: z.infer<typeof durations>, theirs: typeof mine) => ({
    buckets: mine.buckets.map((value, at) => operation(value, theirs.buckets[at] ?? 0)),
    milliseconds: operation(mine.milliseconds, theirs.milliseconds),
  });
  const names = Object.keys(plain) as (keyof typeof plain)[];
  return {
    ...(Object.fromEntries(names.map((name) => [name, operation(plain[name], other[name])])) as typeof plain),
    runDurations: durationsOf(runDurations, other.runDurations),
    waitDurations: durationsOf(waitDurations, other.waitDurations),
  };
};

export const plus = (one: Counted, other: Counted): Counted => each(one, other, (mine, theirs) => mine + theirs);
export const larger = (one: Counted, other: Counted): Counted => each(one, other, Math.max);

/** How much the second falls short of the first, figure by figure. */
export const shortfall = (one: Counted, other: Counted): Counted =>
  each(one, other, (mine, theirs) => Math.max(0, mine - theirs));

const noDurations = () => ({ buckets: Array.from({ length: DURATION_BUCKETS.length + 1 }, () => 0), milliseconds: 0 });

export const nothingCounted = (): Counted => ({
  runs: 0,
  failed: 0,
  calls: 0,
  failedCalls: 0,
  callMilliseconds: 0,
  promptTokens: 0,
  completionTokens: 0,
  cost: 0,
  runDurations: noDurations(),
  waitDurations: noDurations(),
});

const countedOf = (day: UsageDay): Counted => ({
  runs: day.requests,
  failed: day.failed,
  calls: day.calls,
  failedCalls: day.failed_calls,
  callMilliseconds: day.call_milliseconds,
  promptTokens: day.prompt_tokens,
  completionTokens: day.completion_tokens,
  cost: day.cost,
  runDurations: { buckets: bucketsIn(day, 'within'), milliseconds: day.milliseconds },
  waitDurations: { buckets: bucketsIn(day, 'waited_within'), milliseconds: day.wait_milliseconds },
});

export const countedIn = (days: readonly UsageDay[]): Counted => days.map(countedOf).reduce(plus, nothingCounted());
