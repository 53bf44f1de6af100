import * as z from 'zod';
import { authorSchema, PIECE_BYTES, tagSchema } from '../../workspace/index.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'Must be a SHA-256 in 64 small hexadecimal digits.');
const path = z.string().min(1).max(512);
/** As many as a tree has at most, and as long as a file is. */
const MAX_FILES = 10_000;
const MAX_BYTES = 100_000_000;

const piece = z
  .object({
    sha256: digest,
    size: z.int().min(0).max(MAX_BYTES),
    offset: z.int().min(0).multipleOf(PIECE_BYTES),
    encoding: z.enum(['utf-8', 'base64']),
    content: z.string(),
  })
  .transform(({ content, encoding, ...one }) => ({ ...one, bytes: Buffer.from(content, encoding) }))
  .refine(({ bytes, size, offset }) => bytes.length === Math.min(PIECE_BYTES, size - offset), {
    path: ['content'],
    message: 'Is not a whole piece of the file.',
  });

const versionFiles = z.object({
  nth: z.int().min(0).max(999_999_999),
  author: authorSchema,
  reason: z.string().min(1).max(500),
  tag: tagSchema.nullable(),
  files: z
    .array(z.object({ path, sha256: digest, bytes: z.int().min(0).max(MAX_BYTES), executable: z.boolean() }))
    .max(MAX_FILES),
  removed: z.array(path).max(MAX_FILES),
});

export const fileSchemas = { blob: piece, version_files: versionFiles } as const;
