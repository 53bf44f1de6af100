import { beginUpload, uploadSchema } from '../../shared/workspace/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { announcedSchema } from './schemas.ts';

export const uploadOperations = [
  operation({
    access: 'user',
    perProject: true,
    method: 'POST',
    path: '/my/uploads',
    summary:
      'An address for bytes that are too many for a request. Put there, a change of the files or an import names them by the id.',
    body: announcedSchema,
    success: { status: 201, schema: uploadSchema },
    errors: [409],
    handle: async ({ project, body }) => reply(201, await beginUpload(project, body)),
  }),
];
