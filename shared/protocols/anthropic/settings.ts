import * as z from 'zod';
import type { ModelCall } from '../../gateway/index.ts';
import { hint, jsonSchema, toolName } from '../fields.ts';

export const customTool = z
  .object({
    type: z.literal('custom').nullish(),
    name: toolName,
    description: z.string().nullish(),
    input_schema: jsonSchema,
    strict: z.boolean().nullish(),
    cache_control: hint,
    // All tools are offered at once, and their arguments come whole.
    defer_loading: hint,
    eager_input_streaming: hint,
    input_examples: hint,
  })
  .meta({ id: 'AnthropicTool' });

const parallel = { disable_parallel_tool_use: z.boolean().nullish() };
export const toolChoice = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('auto'), ...parallel }),
    z.object({ type: z.literal('any'), ...parallel }),
    z.object({ type: z.literal('tool'), name: toolName, ...parallel }),
    z.object({ type: z.literal('none') }),
  ])
  .meta({ id: 'AnthropicToolChoice' });

export const thinking = z
  .object({ type: z.string(), budget_tokens: z.int().min(0).nullish(), display: z.string().nullish() })
  .meta({ id: 'AnthropicThinking' })
  .nullish();

export const thinkingOf = (wanted: z.infer<typeof thinking>): ModelCall['thinking'] => {
  if (!wanted) return undefined;
  const { type, budget_tokens: budget, display } = wanted;
  return {
    type,
    ...(budget != null && { budget }),
    ...((display === 'summarized' || display === 'omitted') && { display }),
  };
};

export const choiceOf = (choice: z.infer<typeof toolChoice> | null | undefined): ModelCall['toolChoice'] => {
  if (!choice) return undefined;
  if (choice.type === 'tool') return { name: choice.name };
  return choice.type === 'any' ? 'required' : choice.type;
};
