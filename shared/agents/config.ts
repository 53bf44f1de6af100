import * as z from 'zod';
import { MIN_STORABLE, storableNumber } from '../core/storable.ts';
import { wordsSchema } from '../core/words.ts';
import { toolSettingsSchema } from '../tools/index.ts';

const limitsSchema = z
  .strictObject({
    max_steps: z.number().int().min(1).max(200).default(25),
    max_tokens: z.number().int().min(100).max(10_000_000).default(200_000),
    /** US dollars; without it money is not limited. */
    max_cost: storableNumber(MIN_STORABLE, 1_000).optional(),
    max_minutes: z.number().min(0.1).max(1_440).default(60),
  })
  .meta({ id: 'RunLimits' });

/** An agent's instructions and permissions. The limits on sizes bound what a prompt can cost. */
export const agentConfigSchema = z
  .strictObject({
    display_name: wordsSchema(100).optional(),
    system_prompt: z.string().min(1).max(32_000),
    model: z
      .string()
      .regex(/^[\w.:/@-]{1,128}$/, 'A model name has letters, digits and . : / @ _ - only.')
      .optional(),
    tools: toolSettingsSchema.default([]),
    capabilities: z.array(wordsSchema(64)).max(32).default([]),
    concurrency_limit: z.number().int().min(1).max(10).default(3),
    max_pending: z.number().int().min(0).max(1_000).default(100),
    memory: z
      .strictObject({
        max_vectors: z.number().int().min(10).max(1_000_000).default(10_000),
        /** Who finds what a new memory contradicts: rules alone, which is the default, or the agent's model too. */
        contradictions: z.enum(['rules', 'model']).optional(),
      })
      .meta({ id: 'MemorySettings' })
      .default({ max_vectors: 10_000 }),
    /** What one run may use up before it is ended. */
    limits: limitsSchema.default({ max_steps: 25, max_tokens: 200_000, max_minutes: 60 }),
    approval: z
      .strictObject({ min_risk: z.enum(['low', 'medium', 'high']) })
      .meta({ id: 'ApprovalSettings' })
      .default({ min_risk: 'medium' }),
  })
  .meta({ id: 'AgentConfig' });
export type AgentConfig = z.infer<typeof agentConfigSchema>;

export const agentNameSchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,31}$/,
    'A name is a slug of at most 32 characters: lower-case letters, digits and "-", starting with a letter.',
  );

export const newAgentSchema = z
  .strictObject({ name: agentNameSchema, ...agentConfigSchema.shape })
  .meta({ id: 'NewAgent' });
export type NewAgent = z.infer<typeof newAgentSchema>;

export const changedAgentSchema = z
  .strictObject({ name: agentNameSchema.optional(), ...agentConfigSchema.shape })
  .meta({ id: 'ChangedAgent' });
