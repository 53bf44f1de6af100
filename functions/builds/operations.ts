import * as z from 'zod';
import {
  buildSchema,
  buildSettingsSchema,
  buildSummarySchema,
  changedSettingsSchema,
  continueBuild,
  findBuild,
  fixBuild,
  listBuilds,
  listTemplates,
  roleNames,
  sayToTeam,
  startBuild,
  templateSchema,
} from '../../shared/builder/index.ts';
import { cancelRun } from '../../shared/bus/index.ts';
import { wordsSchema } from '../../shared/core/words.ts';
import type { Operation } from '../routing/operation.ts';
import { operation, reply } from '../routing/operation.ts';
import { decodeCursor, encodeCursor, newestFirstQuery, pageOf } from '../routing/page.ts';

const MAX_REQUEST = 50_000;
const MAX_SAID = 8_000;

const startedSchema = z.object({ build: buildSchema }).meta({ id: 'StartedBuild' });
const build = { access: 'user', perProject: true } as const;
const making = { ...build, method: 'POST', permission: 'chat', weight: 'heavy' } as const;

export const buildOperations: Operation[] = [
  operation({
    ...making,
    path: '/my/builds',
    summary: 'Has the builder team write software in the project’s files. Its events are those of the build’s session.',
    body: buildSettingsSchema.extend({ request: wordsSchema(MAX_REQUEST) }).meta({ id: 'NewBuild' }),
    success: { status: 202, schema: startedSchema, means: 'The build is stored and will be worked on.' },
    errors: [409, 429],
    handle: async ({ project, body: { request, ...settings }, request: { idempotencyKey } }) =>
      reply(202, { build: await startBuild(project, { request, settings, requestKey: idempotencyKey }) }),
  }),
  operation({
    ...build,
    method: 'GET',
    path: '/my/builds',
    summary: 'The builds of the project, newest first.',
    query: z.object(newestFirstQuery),
    success: { status: 200, schema: pageOf(buildSummarySchema) },
    handle: async ({ project, query }) => {
      const after = decodeCursor(query.cursor, 'run_');
      const page = await listBuilds(project, {
        limit: query.limit,
        oldestFirst: query.order === 'asc',
        ...(after && { after }),
      });
      return reply(200, { items: page.items, next_cursor: encodeCursor(page.next) });
    },
  }),
  operation({
    access: 'user',
    method: 'GET',
    path: '/my/builds/templates',
    summary: 'What a project may begin with, as the `template` of a build: each with its commands.',
    success: { status: 200, schema: z.object({ items: z.array(templateSchema) }).meta({ id: 'ProjectTemplates' }) },
    handle: async () => reply(200, { items: [...listTemplates()] }),
  }),
  operation({
    ...build,
    method: 'GET',
    path: '/my/builds/{run_id}',
    summary: 'One build: its stage, its tasks, the versions it made, what it used.',
    success: { status: 200, schema: buildSchema },
    handle: async ({ project, params }) => reply(200, await findBuild(project, params.run_id)),
  }),
  operation({
    ...build,
    method: 'POST',
    path: '/my/builds/{run_id}/cancel',
    summary: 'Ends a build at once; repeating it changes nothing. The versions it made stay.',
    permission: 'chat',
    success: { status: 200, schema: buildSchema },
    errors: [409],
    handle: async ({ project, params: { run_id } }) => {
      await findBuild(project, run_id);
      await cancelRun(project, run_id);
      return reply(200, await findBuild(project, run_id));
    },
  }),
  operation({
    ...making,
    path: '/my/builds/{run_id}/messages',
    summary:
      'Says something to one of the team. The answer comes in the build’s session, between two steps of the work.',
    body: z.object({ role: z.enum(roleNames), content: wordsSchema(MAX_SAID) }).meta({ id: 'MessageToTeam' }),
    success: { status: 202, schema: buildSchema, means: 'It will be answered.' },
    errors: [404, 409],
    handle: async ({ project, params: { run_id }, body }) => {
      await sayToTeam(project, run_id, body);
      return reply(202, await findBuild(project, run_id));
    },
  }),
  operation({
    ...making,
    path: '/my/builds/{run_id}/continue',
    summary:
      'After its end: a further build in the same session, from the newest files, with the limits of the former where none are named.',
    body: changedSettingsSchema.extend({ request: wordsSchema(MAX_REQUEST) }).meta({ id: 'BuildContinuation' }),
    success: { status: 202, schema: startedSchema, means: 'The build is stored and will be worked on.' },
    errors: [404, 409, 429],
    handle: async ({
      project,
      params: { run_id },
      body: { request: wish, ...changed },
      request: { idempotencyKey },
    }) => {
      const asked = { request: wish, changed, requestKey: idempotencyKey };
      return reply(202, { build: await continueBuild(project, run_id, asked) });
    },
  }),
  operation({
    ...making,
    path: '/my/builds/{run_id}/fix',
    summary: 'After its end: a further build in the same session, which mends the errors that its page has reported.',
    success: { status: 202, schema: startedSchema, means: 'The errors will be hunted.' },
    errors: [404, 409, 429],
    handle: async ({ project, params: { run_id }, request: { idempotencyKey } }) =>
      reply(202, { build: await fixBuild(project, run_id, { requestKey: idempotencyKey }) }),
  }),
];
