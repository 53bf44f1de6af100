import * as z from 'zod';
import type { ProjectScope } from '../../core/scope.ts';
import type { ModelCall } from '../call/model-call.ts';
import { type DryRun, dryRun } from '../chain/dry-run.ts';
import type { Policy } from '../chain/policy.ts';
import { detailsSchema, modelCallSchema } from '../records/model-calls.ts';

const text = z.string().max(100_000);
const supposedCall = z.object({ name: z.string().min(1).max(128), arguments: text }).meta({ id: 'SupposedCall' });
const supposedMessage = z.object({ role: z.enum(['system', 'user']), content: text }).meta({ id: 'SupposedMessage' });

/** A conversation and what a model is assumed to answer to it: the fields of a body. */
export const supposed = {
  messages: z.array(supposedMessage).min(1).max(50),
  /** The assumed answer of the model. */
  answer: text.default(''),
  calls: z.array(supposedCall).max(32).default([]),
  model: z.string().min(1).max(128).optional(),
  /** As a call of an agent, whose loop runs tool calls and can ask the person. */
  agent: z.boolean().default(false),
};
const supposedSchema = z.object(supposed);
export type Supposed = z.infer<typeof supposedSchema>;

export const rehearsalResultSchema = z
  .object({
    outcome: z.enum(['answered', 'refused', 'failed']),
    detail: z.string().optional(),
    sent: z
      .object({ messages: z.array(z.unknown()), tools: z.array(z.unknown()).optional() })
      .meta({ id: 'RehearsedRequest' })
      .optional(),
    answer: z
      .object({ text: z.string(), calls: z.array(z.unknown()) })
      .meta({ id: 'RehearsedAnswer' })
      .optional(),
    decisions: modelCallSchema.shape.decisions,
    details: detailsSchema,
  })
  .meta({ id: 'PolicyRehearsalResult' });

type As = { project: ProjectScope; signal?: AbortSignal | undefined };

/** What these policies would do to it. Nothing is stored. */
export const rehearse = (given: Supposed, policies: readonly Policy[], { project, signal }: As): Promise<DryRun> => {
  const call: ModelCall = {
    scope: project,
    purpose: 'chat',
    messages: given.messages,
    ...(given.model !== undefined && { model: given.model }),
    ...(given.agent && { agent: 'rehearsal' }),
    ...(signal && { signal }),
  };
  const calls = given.calls.map((one, at) => ({ id: `call_${at}`, ...one }));
  return dryRun(call, policies, { text: given.answer, calls });
};
