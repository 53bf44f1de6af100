import * as z from 'zod';
import { countedSchema, nothingCounted } from './counted.ts';

const count = z.number();

/** Of one agent: its lane as it stands, and its runs since midnight in UTC. */
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

export const sumsSchema = z.object({
  ...standing,
  /** Of the days that are not settled, and which of it before today. */
  counted: countedSchema,
  earlier: countedSchema,
  /** Users that could not be read. */
  unread: count,
  /** The busiest and the largest, so many of each: see `MOST_SERIES`. */
  busiest: z.array(agentFiguresSchema),
  largest: z.array(z.object({ project: z.string(), agents: count })),
});
export type Sums = z.infer<typeof sumsSchema>;

/** One walk over all users: how far it has come. */
export const walkSchema = z.object({
  /** In milliseconds since the epoch. */
  begun: count,
  day: z.string(),
  /** The first day whose usage it counts. */
  since: z.string(),
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

/** The counters as they are shown; what is settled of them, and from which day on they are counted anew. */
export const totalsSchema = z.object({ shown: countedSchema, settled: countedSchema, since: z.string() });
export type Totals = z.infer<typeof totalsSchema>;

/** What the last walk that came through has found. */
export const publishedSchema = walkSchema.omit({ after: true }).extend({ ended: count, totals: totalsSchema });
export type Published = z.infer<typeof publishedSchema>;

export const snapshotSchema = z.object({ walk: publishedSchema.optional(), platform: platformSchema.optional() });
export type Snapshot = z.infer<typeof snapshotSchema>;

const zeros = <T extends object>(names: T) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, 0])) as Record<keyof T, number>;

export const nothing = (): Sums => ({
  ...zeros(standing),
  counted: nothingCounted(),
  earlier: nothingCounted(),
  unread: 0,
  busiest: [],
  largest: [],
});
