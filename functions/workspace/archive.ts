import * as z from 'zod';
import { archiveFormats, archiveTypes, exportArchive, importArchive, uploaded } from '../../shared/workspace/index.ts';
import { MAX_IMPORT_BODY_BYTES } from '../routing/body-limits.ts';
import { emptyReply, operation, type Reply, reply } from '../routing/operation.ts';
import { AS_BYTES } from './as-bytes.ts';
import { decoded } from './changes.ts';
import { PERSON, shown } from './files.ts';
import { committedSchema, importSchema, versionQuery } from './schemas.ts';

const mine = { access: 'user', perProject: true, weight: 'heavy' } as const;
const archived = archiveFormats.map((format) => ({
  status: 200,
  schema: z.string(),
  contentType: archiveTypes[format],
}));
const [success, ...otherSuccesses] = archived as [(typeof archived)[number], ...typeof archived];

export const archiveOperations = [
  operation({
    ...mine,
    method: 'GET',
    path: '/my/archive',
    summary:
      'All files, as they are or as they were: a tar archive in gzip, a zip archive, or a bundle that git clones. One that breaks off has no end.',
    query: z.object({ format: z.enum(archiveFormats).default('tar.gz'), version: versionQuery.optional() }),
    success,
    otherSuccesses,
    handle: async ({ project, query: { format, version: at } }): Promise<Reply<never>> => {
      const { version, pieces } = await exportArchive(project, { format, at });
      const { 'accept-ranges': _, ...asBytes } = AS_BYTES;
      const headers = {
        ...asBytes,
        'content-type': archiveTypes[format],
        'content-disposition': `attachment; filename="files-${version}.${format}"`,
        'x-artel-version': String(version),
      };
      return { ...emptyReply(200, { headers }), stream: pieces };
    },
  }),
  operation({
    ...mine,
    method: 'POST',
    path: '/my/archive',
    summary: 'Takes the files of an archive in, as one new version. One entry that cannot be a file, and nothing is.',
    body: importSchema,
    maxBodyBytes: MAX_IMPORT_BODY_BYTES,
    success: { status: 200, schema: committedSchema },
    errors: [404, 409],
    handle: async ({ project, body: { content = '', upload, mode, reason } }) => {
      const archive = upload === undefined ? decoded(content, 'content') : await uploaded(project, upload);
      return reply(200, shown(await importArchive(project, { archive, mode, reason, author: PERSON })));
    },
  }),
];
