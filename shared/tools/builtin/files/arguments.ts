import * as z from 'zod';

const MAX_FILE_BYTES = 256 * 1024;

export const pathSchema = z
  .string()
  .min(1)
  .max(512)
  .describe('Relative to the workspace of the project, for example notes/today.md');

export const versionSchema = z.int().min(1);

/** Text that a file can hold as it is. */
export const textSchema = z
  .string()
  .refine((text) => Buffer.byteLength(text) <= MAX_FILE_BYTES, `At most ${MAX_FILE_BYTES} bytes.`)
  .refine(
    (text) => text.isWellFormed() && !text.includes('\0'),
    'Must be text without unpaired surrogates or NUL characters.',
  );
