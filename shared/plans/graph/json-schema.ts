import * as z from 'zod';
import { draftGraphSchema } from './graph.ts';

/** What a plan that is edited must look like, for clients; what its names mean is checked besides. */
export const draftJsonSchema = z.toJSONSchema(draftGraphSchema, { io: 'input' }) as Record<string, unknown>;
