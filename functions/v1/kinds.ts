import * as z from 'zod';
import { MAX_CALL_BODY_BYTES } from '../routing/body-limits.ts';
import { anthropicErrorSchema, openAiErrorSchema } from './schemas.ts';

/* What the operations of each API have in common. */

const asked = {
  access: 'user',
  permission: 'chat',
  method: 'POST',
  maxBodyBytes: MAX_CALL_BODY_BYTES,
  unknownFields: 'ignored',
} as const;

/** Of answers that an agent may give too. */
export const ANSWERED = {
  answerHeaders: [
    'x-artel-ignored',
    'x-artel-max-tokens',
    'x-artel-cache',
    'x-artel-session',
    'x-artel-run',
    'x-artel-waiting',
  ],
} as const;
export const openAi = { ...asked, errorSchema: openAiErrorSchema, errors: [404, 429] };
// The client's beta methods say so in the query; what they send beside the usual fields is refused by name.
export const anthropic = {
  ...asked,
  query: z.object({ beta: z.unknown() }).partial(),
  errorSchema: anthropicErrorSchema,
  errors: [404, 429],
};
