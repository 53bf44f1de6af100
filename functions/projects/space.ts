import { NotFound } from '../../shared/core/errors.ts';
import { projectNamed } from '../../shared/projects/index.ts';
import { resetSpace, type Space, spaceHealth, spaceHealthSchema, spaces } from '../../shared/spaces/index.ts';
import { type Context, operation, reply } from '../routing/operation.ts';

type InProject = Context<{ project_id: string }, unknown, unknown>;

const spaceNamed = async ({ scope, params, identity }: InProject): Promise<Space> => {
  const project = await projectNamed(scope, params.project_id, identity.projectId);
  if (!project) throw new NotFound('There is no such project.');
  return spaces.of(project);
};

export const spaceOperations = [
  operation({
    method: 'GET',
    path: '/my/projects/{project_id}/space',
    summary: 'How the project is doing: its agents, what is under way, and what was done in the last thirty days.',
    access: 'user',
    success: { status: 200, schema: spaceHealthSchema },
    handle: async (context) => reply(200, await spaceHealth(await spaceNamed(context))),
  }),
  operation({
    method: 'POST',
    path: '/my/projects/{project_id}/space/reset',
    summary: 'Reads all agents anew everywhere and counts the uptime from now. Nothing that is stored is lost.',
    access: 'user',
    success: { status: 200, schema: spaceHealthSchema },
    handle: async (context) => {
      const space = await spaceNamed(context);
      await resetSpace(space);
      return reply(200, await spaceHealth(space));
    },
  }),
];
