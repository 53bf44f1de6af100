import * as z from 'zod';
import type { ModelCall } from '../../gateway/index.ts';
import { jsonSchema, toolName } from '../fields.ts';

export const functionTool = z
  .object({
    type: z.literal('function'),
    function: z.object({
      name: toolName,
      description: z.string().nullish(),
      parameters: jsonSchema.nullish(),
      strict: z.boolean().nullish(),
    }),
  })
  .meta({ id: 'ChatTool' });

export const toolChoice = z.union(
  [
    z.enum(['none', 'auto', 'required']),
    z.object({ type: z.literal('function'), function: z.object({ name: toolName }) }),
  ],
  { error: 'The choice must be "none", "auto", "required" or {"type": "function", "function": {"name"}}.' },
);

export const choiceOf = (choice: z.infer<typeof toolChoice> | null | undefined): ModelCall['toolChoice'] =>
  typeof choice === 'object' && choice ? choice.function : (choice ?? undefined);
