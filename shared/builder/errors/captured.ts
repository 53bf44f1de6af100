import * as z from 'zod';

export const errorSources = ['build', 'test', 'preview', 'console'] as const;

/** An error as it was seen. `stack` is the trace as its engine wrote it. */
export const capturedErrorSchema = z
  .object({
    source: z.enum(errorSources),
    message: z.string().max(4_000),
    stack: z.string().max(16_000).optional(),
  })
  .meta({ id: 'CapturedError' });
export type CapturedError = z.infer<typeof capturedErrorSchema>;
