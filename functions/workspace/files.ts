import * as z from 'zod';
import { NotFound } from '../../shared/core/errors.ts';
import { type Committed, commit, listFiles, readFile } from '../../shared/workspace/index.ts';
import { MAX_IMPORT_BODY_BYTES } from '../routing/body-limits.ts';
import { operation, type Reply, reply } from '../routing/operation.ts';
import { pageQuery } from '../routing/page.ts';
import { AS_BYTES } from './as-bytes.ts';
import { changesOf, plainChangeOf } from './changes.ts';
import { afterPath, pathAfter } from './page.ts';
import { mustBeAnswerable, rangeOf } from './range.ts';
import {
  baseQuery,
  committedSchema,
  editSchema,
  filesSchema,
  pathSchema,
  versionQuery,
  writtenSchema,
} from './schemas.ts';

const mine = { access: 'user', perProject: true } as const;
export const PERSON = { kind: 'person' } as const;
const bytes = { schema: z.string(), contentType: AS_BYTES['content-type'] };

export const fileOperations = [
  operation({
    ...mine,
    method: 'GET',
    path: '/my/files',
    summary: "The project's files in the order of their paths, all or of one folder, as they are or as they were.",
    query: z.object({
      folder: pathSchema.optional(),
      version: versionQuery.optional(),
      limit: z.coerce.number().int().min(1).max(2_000).default(500),
      cursor: pageQuery.cursor,
    }),
    success: { status: 200, schema: filesSchema },
    handle: async ({ project, query: { folder, version: at, limit, cursor } }) => {
      const after = pathAfter(cursor);
      const { items, more, version } = await listFiles(project, {
        limit,
        at,
        ...(folder !== undefined && { folder: folder.replace(/\/$/, '') }),
        ...(after !== undefined && { after }),
      });
      return reply(200, { version, items, next_cursor: more ? afterPath(items.at(-1)?.path) : null });
    },
  }),
  operation({
    ...mine,
    method: 'POST',
    path: '/my/files',
    summary: 'Writes, moves and removes files: all changes become one new version, or none does.',
    body: editSchema,
    maxBodyBytes: MAX_IMPORT_BODY_BYTES,
    success: { status: 200, schema: committedSchema },
    errors: [404, 409],
    handle: async ({ project, body: { changes: wanted, base, reason } }) => {
      const changes = await changesOf(project, wanted);
      return reply(200, shown(await commit(project, { changes, base, reason, author: PERSON })));
    },
  }),
  operation({
    ...mine,
    method: 'GET',
    path: '/my/files/{path}',
    summary: 'A file, as it is or as it was; slashes of its path are written %2F. Parts of it by the header Range.',
    params: z.object({ path: pathSchema }),
    paramsInKeys: false,
    query: z.object({ version: versionQuery.optional() }),
    headers: { Range: z.string().max(100).optional() },
    success: { status: 200, ...bytes },
    otherSuccesses: [{ status: 206, ...bytes, means: 'The part that was asked for.' }],
    errors: [413],
    handle: async ({ project, params: { path }, query: { version: at }, request }): Promise<Reply<never>> => {
      const range = rangeOf(request.headers.range);
      const { offset, length, isPart } = range;
      const piece = await readFile(project, path, { offset, length, at });
      if (!piece) throw new NotFound('There is no such file.');
      mustBeAnswerable(range, piece.size);
      const last = offset + piece.bytes.length - 1;
      const part = isPart && { 'content-range': `bytes ${offset}-${last}/${piece.size}` };
      return {
        status: isPart ? 206 : 200,
        headers: { ...AS_BYTES, ...part, 'x-artel-version': String(piece.version) },
        bytes: Buffer.from(piece.bytes),
      };
    },
  }),
  operation({
    ...mine,
    method: 'PUT',
    path: '/my/files/{path}',
    summary: 'Writes one file; slashes of its path are written %2F.',
    params: z.object({ path: pathSchema }),
    paramsInKeys: false,
    body: writtenSchema,
    maxBodyBytes: MAX_IMPORT_BODY_BYTES,
    success: { status: 200, schema: committedSchema },
    errors: [409],
    handle: async ({ project, params: { path }, body: { base, reason, ...written } }) => {
      const changes = [plainChangeOf({ path, ...written })];
      const edit = { changes, base, reason: reason ?? `Wrote ${path}`, author: PERSON };
      return reply(200, shown(await commit(project, edit)));
    },
  }),
  operation({
    ...mine,
    method: 'DELETE',
    path: '/my/files/{path}',
    summary: 'Removes a file, or a folder with all in it, from the newest version; earlier ones keep it.',
    params: z.object({ path: pathSchema }),
    paramsInKeys: false,
    query: z.object({ base: baseQuery.optional() }),
    success: { status: 200, schema: committedSchema },
    errors: [409],
    handle: async ({ project, params: { path }, query: { base } }) => {
      const edit = { changes: [{ path, remove: true as const }], base, reason: `Removed ${path}`, author: PERSON };
      return reply(200, shown(await commit(project, edit)));
    },
  }),
];

export const shown = ({ isNew, ...committed }: Committed) => ({ ...committed, is_new: isNew });
