import * as z from 'zod';
import { draftGraphSchema } from './graph.ts';

/** The form of an edited plan, for clients; the names in it are checked separately. */
export const draftJsonSchema = z.toJSONSchema(draftGraphSchema, { io: 'input', metadata: z.registry() }) as Record<
  string,
  unknown
>;
