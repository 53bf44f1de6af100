import type { ActionCount } from '../../infra/local/boot/tally.ts';

/**
 * US dollars a unit, us-east-1, without free tiers. As published at aws.amazon.com/dynamodb/pricing/on-demand (prices since
 * 2024-11-01), aws.amazon.com/sqs/pricing (standard queues), aws.amazon.com/lambda/pricing (Arm) and
 * aws.amazon.com/step-functions/pricing (standard workflows).
 */
export const PRICES = {
  readUnit: 0.125 / 1e6,
  writeUnit: 0.625 / 1e6,
  /** A message is sent, received and deleted. */
  message: (3 * 0.4) / 1e6,
  invocation: 0.2 / 1e6,
  /** Of Lambda. In no sum below: the time a function runs is mostly the model's. */
  gigabyteSecond: 13.3334 / 1e6,
  /** From one state of a workflow to the next, retries included. */
  transition: 25 / 1e6,
};

export type Counts = Record<string, ActionCount>;

const sum = (counts: Counts, which: RegExp, of: (count: ActionCount) => number | undefined): number =>
  Object.entries(counts).reduce((total, [action, count]) => total + (which.test(action) ? (of(count) ?? 0) : 0), 0);

export const readUnits = (counts: Counts): number => sum(counts, /./, ({ readUnits: units }) => units);
export const writeUnits = (counts: Counts): number => sum(counts, /./, ({ writeUnits: units }) => units);
export const awsCalls = (counts: Counts): number => sum(counts, /^(?!function:)/, ({ calls }) => calls);

export const priceOf = (counts: Counts): number =>
  readUnits(counts) * PRICES.readUnit +
  writeUnits(counts) * PRICES.writeUnit +
  sum(counts, /SendMessage/, ({ calls }) => calls) * PRICES.message +
  sum(counts, /^function:/, ({ calls }) => calls) * PRICES.invocation;

export const dollars = (price: number): string => `$${(price * 1e6).toFixed(2)} a million`;
