import * as z from 'zod';
import { isoTime } from '../core/clock.ts';
import type { Memory } from './record/memory-record.ts';
import type { MemoryStats } from './upkeep/stats.ts';

/** Turns that are remembered, by how they ended. */
const endedSchema = z.object({ succeeded: z.number(), failed: z.number() }).meta({ id: 'EndedTurns' });

/**
 * A memory as clients see it. `score` is how well it matches a query, where there was one; `session_id`, `message_id` and
 * `agent_version` are where it comes from; `superseded_by` is the memory that contradicts it; `uses` are the turns whose model
 * was shown it.
 */
export const publicMemorySchema = z
  .object({
    id: z.string(),
    text: z.string(),
    type: z.string(),
    success: z.boolean().nullable(),
    tags: z.array(z.string()),
    pinned: z.boolean(),
    importance: z.number(),
    session_id: z.string().nullable(),
    message_id: z.string().nullable(),
    agent_version: z.number().nullable(),
    subject: z.string().nullable(),
    superseded_by: z.string().nullable(),
    uses: endedSchema.nullable(),
    score: z.number().nullable(),
    created_at: z.string(),
  })
  .meta({ id: 'Memory' });
export type PublicMemory = z.infer<typeof publicMemorySchema>;

export const publicMemory = (memory: Memory): PublicMemory => ({
  id: memory.id,
  text: memory.text,
  type: memory.type,
  success: memory.success ?? null,
  tags: memory.tags,
  pinned: memory.pinned,
  importance: memory.importance,
  session_id: memory.sessionId ?? null,
  message_id: memory.messageId ?? null,
  agent_version: memory.agentVersion ?? null,
  subject: memory.subject ?? null,
  superseded_by: memory.supersededBy ?? null,
  uses: memory.uses ?? null,
  score: memory.score ?? null,
  created_at: isoTime(memory.createdAt),
});

export const publicMemoryStatsSchema = z.object({
  count: z.number(),
  pinned: z.number(),
  superseded: z.number(),
  with_memories: endedSchema,
  without_memories: endedSchema,
  success_rate: z.number().nullable(),
  oldest: z.string().nullable(),
  newest: z.string().nullable(),
  estimated_bytes: z.number(),
});
export type PublicMemoryStats = z.infer<typeof publicMemoryStatsSchema>;

const timeOf = (milliseconds: number | null): string | null => (milliseconds === null ? null : isoTime(milliseconds));

export const publicMemoryStats = (stats: MemoryStats): PublicMemoryStats => ({
  count: stats.count,
  pinned: stats.pinned,
  superseded: stats.superseded,
  with_memories: stats.withMemories,
  without_memories: stats.withoutMemories,
  success_rate: stats.successRate,
  oldest: timeOf(stats.oldest),
  newest: timeOf(stats.newest),
  estimated_bytes: stats.estimatedBytes,
});
