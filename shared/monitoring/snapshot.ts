import * as z from 'zod';
import { DURATION_BUCKETS } from '../usage/index.ts';

const count = z.number();
const durations = z.object({ buckets: z.array(count), milliseconds: count });

/** Of one agent: its lane as it stands, and its runs of the day. */
export const agentFiguresSchema = z.object({
  agent: z.string(),
  project: z.string(),
  running: count,
  queued: count,
  runs: count,
  failed: count,
  milliseconds: count,
  waits: count,
  waitMilliseconds: count,
});
export type AgentFigures = z.infer<typeof agentFiguresSchema>;

/** As things stand. */
const standing = {
  users: count,
  projects: count,
  agents: count,
  connections: count,
  running: count,
  queued: count,
  live: count,
  /** This month's, in billionths of a US dollar; of those who have used anything in it. */
  budgetSpent: count,
  budgetLimit: count,
  budgetsUsedUp: count,
};

/** Counted since midnight in UTC. */
const counted = {
  runs: count,
  failed: count,
  calls: count,
  failedCalls: count,
  callMilliseconds: count,
  promptTokens: count,
  completionTokens: count,
  /** In US dollars. */
  cost: count,
};

export const sumsSchema = z.object({
  ...standing,
  ...counted,
  runDurations: durations,
  waitDurations: durations,
  /** The busiest and the largest, so many of each: see `MOST_SERIES`. */
  busiest: z.array(agentFiguresSchema),
  largest: z.array(z.object({ project: z.string(), agents: count })),
});
export type Sums = z.infer<typeof sumsSchema>;

export const COUNTED = Object.keys(counted) as (keyof typeof counted)[];

/** One walk over all users: how far it has come. */
export const walkSchema = z.object({
  /** In milliseconds since the epoch. */
  begun: count,
  day: z.string(),
  after: z.string().optional(),
  sums: sumsSchema,
});
export type Walk = z.infer<typeof walkSchema>;

/** What the sweeper looks at each minute, beside the users. */
export const platformSchema = z.object({
  at: count,
  /** Messages in the agents' queue; items that have been due for more than a minute. */
  messages: count.optional(),
  overdue: count.optional(),
  vectors: z.array(z.object({ dimensions: count, vectors: count })).optional(),
});
export type PlatformFigures = z.infer<typeof platformSchema>;

/** Through when, in milliseconds since the epoch, and what was found. */
export const snapshotSchema = z.object({
  walk: walkSchema.omit({ after: true }).extend({ ended: count }).optional(),
  platform: platformSchema.optional(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

const noDurations = () => ({ buckets: Array.from({ length: DURATION_BUCKETS.length + 1 }, () => 0), milliseconds: 0 });

const zeros = <T extends object>(names: T) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, 0])) as Record<keyof T, number>;

export const nothing = (): Sums => ({
  ...zeros(standing),
  ...zeros(counted),
  runDurations: noDurations(),
  waitDurations: noDurations(),
  busiest: [],
  largest: [],
});
