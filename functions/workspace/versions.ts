import * as z from 'zod';
import { ranges } from '../../shared/store/index.ts';
import {
  compare,
  fileDiffSchema,
  findVersion,
  listVersions,
  publicVersion,
  restore,
  tagSchema,
  tagVersion,
  versionSchema,
} from '../../shared/workspace/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, newestFirstQuery, pageOf, pageQuery } from '../routing/page.ts';
import { shown } from './files.ts';
import { afterPath, pathAfter } from './page.ts';
import { committedSchema, versionParams } from './schemas.ts';

const mine = { access: 'user', perProject: true } as const;
const ofOne = { ...mine, params: versionParams, paramsInKeys: false } as const;

export const versionOperations = [
  operation({
    ...mine,
    method: 'GET',
    path: '/my/versions',
    summary:
      "The versions of the project's files, by default the newest first: who made each, why, and what it changed.",
    query: z.object(newestFirstQuery),
    success: { status: 200, schema: pageOf(versionSchema) },
    handle: async ({ project, query: { limit, cursor, order } }) => {
      const after = decodeCursor(cursor, ranges.workspaceVersions(project));
      const newestFirst = order === 'desc';
      const page = await listVersions(project, { limit, newestFirst, ...(after !== undefined && { after }) });
      return reply(200, { items: page.items, next_cursor: encodeCursor(page.next) });
    },
  }),
  operation({
    ...ofOne,
    method: 'GET',
    path: '/my/versions/{version}',
    summary: 'One version.',
    success: { status: 200, schema: versionSchema },
    handle: async ({ project, params: { version } }) =>
      reply(200, publicVersion(await findVersion(project, Number(version)))),
  }),
  operation({
    ...ofOne,
    method: 'GET',
    path: '/my/versions/{version}/diff',
    summary: 'What a version changed, file by file; with `from`, what is different between that one and this.',
    query: z.object({ from: z.coerce.number().int().min(0).max(999_999_999).optional(), ...pageQuery }),
    success: { status: 200, schema: pageOf(fileDiffSchema) },
    handle: async ({ project, params: { version }, query: { from, limit, cursor } }) => {
      const to = Number(version);
      const before = from ?? (await findVersion(project, to)).parent;
      const { items, next } = await compare(project, { from: before, to, after: pathAfter(cursor), limit });
      return reply(200, { items, next_cursor: afterPath(next) });
    },
  }),
  operation({
    ...ofOne,
    method: 'POST',
    path: '/my/versions/{version}/restore',
    summary:
      'Brings the files of a version back, exactly, as a new version. Nothing is lost by it, and no model is asked.',
    success: { status: 200, schema: committedSchema },
    handle: async ({ project, params: { version } }) =>
      reply(200, shown(await restore(project, Number(version), { author: { kind: 'person' } }))),
  }),
  operation({
    ...ofOne,
    method: 'PUT',
    path: '/my/versions/{version}/tag',
    summary:
      'Gives a version a tag, by which it is kept however old it gets; `null` takes it away. A tag names one version: 409 where another has it.',
    body: z.object({ tag: tagSchema.nullable() }).meta({ id: 'TagVersion' }),
    success: { status: 200, schema: versionSchema },
    errors: [409],
    handle: async ({ project, params: { version }, body: { tag } }) =>
      reply(200, await tagVersion(project, Number(version), tag)),
  }),
];
