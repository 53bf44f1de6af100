import * as z from 'zod';
import { overviewAt, overviewSchema } from '../../shared/workspace/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { versionParams } from './schemas.ts';

export const overviewOperations = [
  operation({
    access: 'user',
    perProject: true,
    params: versionParams,
    paramsInKeys: false,
    method: 'GET',
    path: '/my/versions/{version}/overview',
    summary:
      'What the project is, found by rules in its files: languages, where to begin reading, how it is tested, built and started.',
    success: { status: 200, schema: overviewSchema.extend({ version: z.int() }).meta({ id: 'OverviewOfVersion' }) },
    handle: async ({ project, params: { version } }) => reply(200, await overviewAt(project, Number(version))),
  }),
];
