import * as z from 'zod';
import type { Item } from '../../store/index.ts';
import { owner } from './parts.ts';

/*
 * The stored facts the bus moves. A task is in exactly one state; the counters of its agent's lane are exact sums over
 * those states, changed in the same transaction.
 */
export const laneSchema = z.object({
  ...owner,
  agent_key: z.string(),
  agent_name: z.string(),
  status: z.enum(['ready', 'draining', 'off', 'deleting']),
  slots: z.number().int(),
  cap: z.number().int(),
  running: z.number().int(),
  waiting: z.number().int(),
  live: z.number().int(),
  due_at: z.number().optional(),
  deadline: z.number().optional(),
});

export type LaneItem = z.infer<typeof laneSchema>;

/** A task that stands in its agent's queue. */
export const entrySchema = z.object({
  task_id: z.string(),
  run_id: z.string(),
  session_id: z.string(),
  wake: z.number().int(),
  request_id: z.string().optional(),
});

export const readEntry = (item: Item): z.infer<typeof entrySchema> => entrySchema.parse(item);

export const readLane = (item: Item): LaneItem => laneSchema.parse(item);

/** A task as far as lanes care. */
export type LaneTask = z.infer<typeof entrySchema>;

export const laneTask = ({ task_id, run_id, session_id, wake, request_id }: LaneTask): LaneTask => ({
  task_id,
  run_id,
  session_id,
  wake,
  ...(request_id !== undefined && { request_id }),
});
