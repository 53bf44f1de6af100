import * as z from 'zod';
import { idSchema } from '../../shared/core/ids.ts';
import { fileEntrySchema, importModes } from '../../shared/workspace/index.ts';

const MAX_CHANGES = 500;

/** A path is checked where it is used: what is wrong with it is said there. */
export const pathSchema = z
  .string()
  .min(1)
  .max(512)
  .meta({ id: 'FilePath', description: 'Relative, such as notes/today.md.' });

const written = {
  content: z.string(),
  encoding: z.enum(['utf-8', 'base64']).default('utf-8'),
  executable: z.boolean().optional(),
};
const writeSchema = z.strictObject({ path: pathSchema, ...written }).meta({ id: 'WriteFile' });
const uploadId = idSchema('upl');
const fromUploadSchema = z
  .strictObject({ path: pathSchema, upload: uploadId, executable: z.boolean().optional() })
  .meta({ id: 'WriteUpload' });
const removeSchema = z.strictObject({ path: pathSchema, remove: z.literal(true) }).meta({ id: 'RemoveFile' });
const moveSchema = z.strictObject({ path: pathSchema, move_to: pathSchema }).meta({ id: 'MoveFile' });

export const changeSchema = z
  .union([writeSchema, fromUploadSchema, removeSchema, moveSchema])
  .meta({ id: 'FileChange' });
export type ChangeInput = z.infer<typeof changeSchema>;

const base = z
  .int()
  .min(0)
  .optional()
  .meta({ description: 'The version that was looked at: what was changed since is merged, or answers 409.' });
const reason = z.string().trim().min(1).max(500);

export const editSchema = z
  .object({
    changes: z.array(changeSchema).min(1).max(MAX_CHANGES),
    base,
    reason: reason.default('Edited'),
  })
  .meta({ id: 'FileEdit' });

export const writtenSchema = z.object({ ...written, base, reason: reason.optional() }).meta({ id: 'FileContent' });

export const importSchema = z
  .object({
    content: z
      .string()
      .min(1)
      .optional()
      .meta({ description: 'The archive in base64: tar in gzip, zip, or a bundle of git.' }),
    upload: uploadId.optional().meta({ description: 'Instead of the content: an upload of the archive.' }),
    mode: z
      .enum(importModes)
      .default('merge')
      .meta({ description: '`replace`: the files of the archive are all there are then; `merge`: others stay.' }),
    reason: reason.default('Imported an archive'),
  })
  .refine(({ content, upload }) => (content === undefined) !== (upload === undefined), {
    path: ['content'],
    message: 'Either the content or an upload is needed.',
  })
  .meta({ id: 'ArchiveImport' });

export const committedSchema = z
  .object({
    version: z.int(),
    is_new: z.boolean().meta({ description: 'Otherwise the files were like this already.' }),
    merged: z
      .array(z.string())
      .meta({ description: 'Files in which this and somebody else’s change were put together.' }),
    files: z.int(),
  })
  .meta({ id: 'CommittedVersion' });

export const filesSchema = z
  .object({
    version: z.int().meta({ description: '0 until anything was written.' }),
    items: z.array(fileEntrySchema),
    next_cursor: z.string().nullable(),
  })
  .meta({ id: 'WorkspaceFiles' });

export const announcedSchema = z
  .object({
    bytes: z.int().min(1).max(1_000_000_000),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'Must be a SHA-256 in 64 small hexadecimal digits.'),
  })
  .meta({ id: 'AnnouncedUpload' });

/** A version in a query. */
export const versionQuery = z.coerce.number().int().min(1).max(999_999_999);
export const baseQuery = z.coerce.number().int().min(0).max(999_999_999);
/** A version in a path: what cannot be one is not there. */
export const versionParams = z.object({ version: z.string().regex(/^[1-9]\d{0,8}$/) });
