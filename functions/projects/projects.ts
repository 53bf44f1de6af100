import * as z from 'zod';
import { recordAudit } from '../../shared/audit/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import { wordsSchema } from '../../shared/core/words.ts';
import {
  createProject,
  DEFAULT_ALIAS,
  deleteProject,
  findProject,
  listProjects,
  projectSchema,
  renameProject,
} from '../../shared/projects/index.ts';
import { ranges } from '../../shared/store/index.ts';
import { sortedList } from '../routing/lists/sorted.ts';
import { type Context, emptyReply, operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { pageOf } from '../routing/page.ts';

const byCreation = sortedList({ stored: 'created_at', others: ['name', 'updated_at'], order: 'asc' });
const naming = z.object({ name: wordsSchema(100) }).meta({ id: 'ProjectName' });

/** `default` in a path means the caller's default project. */
const named = ({ params, identity }: Context<{ project_id: string }, unknown, unknown>): string =>
  params.project_id === DEFAULT_ALIAS ? identity.projectId : params.project_id;

export const projectOperations = [
  operation({
    method: 'GET',
    path: '/my/projects',
    summary: 'The projects of the caller, by default in the order of their creation, the default one first.',
    access: 'user',
    query: z.object(byCreation.query),
    success: { status: 200, schema: pageOf(projectSchema) },
    handle: async ({ scope, query }) => {
      const page = await byCreation.page(query, {
        list: ranges.projects(scope),
        read: (wanted) => listProjects(scope, wanted),
        keyOf: ({ id }) => id,
      });
      return reply(200, page);
    },
  }),
  operation({
    method: 'POST',
    path: '/my/projects',
    summary: 'Creates a project, with its own agents, sessions and memory.',
    access: 'user',
    body: naming,
    success: { status: 201, schema: projectSchema },
    handle: async ({ scope, body: { name } }) => reply(201, await createProject(scope, name)),
  }),
  operation({
    method: 'GET',
    path: '/my/projects/{project_id}',
    summary: 'One project.',
    access: 'user',
    success: { status: 200, schema: projectSchema },
    handle: async (context) => reply(200, await findProject(context.scope, named(context))),
  }),
  operation({
    method: 'PATCH',
    path: '/my/projects/{project_id}',
    summary: 'Renames a project.',
    access: 'user',
    body: naming,
    success: { status: 200, schema: projectSchema },
    handle: async (context) =>
      reply(200, await renameProject(context.scope, named(context), { name: context.body.name })),
  }),
  operation({
    method: 'DELETE',
    path: '/my/projects/{project_id}',
    summary: 'Deletes a project with everything in it; the default project cannot be deleted.',
    access: 'user',
    success: { status: 204 },
    errors: [409],
    handle: async (context) => {
      const target = named(context);
      await deleteProject(context.scope, target);
      await recordAudit(context.scope, 'project_deleted', { ...originOf(context.request), target }, systemClock.now());
      return emptyReply(204);
    },
  }),
];
