import * as z from 'zod';
import {
  agentSchema,
  changedAgentSchema,
  createAgent,
  createStarterTeam,
  deleteAgent,
  listStoredAgents,
  listVersions,
  newAgentSchema,
  updateAgent,
  withStatus,
} from '../../shared/agents/index.ts';
import { agentFiguresSchema, publicHealthSchema } from '../../shared/bus/index.ts';
import { forgetAgent } from '../../shared/maintenance/index.ts';
import { agentOf, deregister, metricsOf, register, spaces } from '../../shared/spaces/index.ts';
import { sortedList } from '../routing/lists/sorted.ts';
import { emptyReply, operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { pageOf } from '../routing/page.ts';

const figuresSchema = agentFiguresSchema.extend({ health: publicHealthSchema }).meta({ id: 'AgentFigures' });

/** In the words of `loosenings`. */
const LOOSER =
  'What asks a person less often than before, or than by default, or adds tools, servers, secrets for them or trust in them, needs the scope `approvals:decide` too (403 `approvals_scope_required`).';

const byCreation = sortedList({ stored: 'created_at', others: ['name', 'updated_at'], order: 'asc' });
const byVersion = sortedList({ stored: 'version', others: [], order: 'desc' });
/** What the position of a version begins with: a number alone is none. */
const VERSION = 'version:';

const agents = { access: 'user', perProject: true } as const;

export const agentOperations = [
  operation({
    ...agents,
    method: 'GET',
    path: '/my/agents',
    summary: 'The agents of the project, by default oldest first.',
    query: z.object(byCreation.query),
    success: { status: 200, schema: pageOf(agentSchema) },
    handle: async ({ project, query }) => {
      const { items, next_cursor } = await byCreation.page(query, {
        list: 'agt_',
        read: (page) => listStoredAgents(project, page),
        keyOf: ({ agent_key }) => agent_key,
      });
      const shown = await Promise.all(items.map((agent) => withStatus(project, agent)));
      return reply(200, { items: shown, next_cursor });
    },
  }),
  operation({
    ...agents,
    method: 'POST',
    path: '/my/agents',
    summary: `Creates an agent. ${LOOSER}`,
    body: newAgentSchema,
    success: { status: 201, schema: agentSchema },
    errors: [409],
    handle: async ({ project, body, request }) =>
      reply(201, await createAgent(project, body, { origin: originOf(request) })),
  }),
  operation({
    ...agents,
    method: 'POST',
    path: '/my/agents/templates',
    summary: 'Creates the starter team; repeating it changes nothing.',
    success: { status: 201, schema: z.object({ items: z.array(agentSchema) }).meta({ id: 'StarterTeam' }) },
    handle: async ({ project }) => reply(201, { items: await createStarterTeam(project) }),
  }),
  operation({
    ...agents,
    method: 'GET',
    path: '/my/agents/{agent}',
    summary: 'The newest version of an agent, by its name, its key, or the id of any of its versions.',
    success: { status: 200, schema: agentSchema },
    handle: async ({ project, params }) => reply(200, await agentOf(spaces.of(project), params.agent)),
  }),
  operation({
    ...agents,
    method: 'PUT',
    path: '/my/agents/{agent}',
    summary: `Makes a new version of an agent; work accepted for an older version is done by that version. ${LOOSER}`,
    body: changedAgentSchema,
    success: { status: 200, schema: agentSchema },
    handle: async ({ project, params, body, request }) =>
      reply(200, await updateAgent(project, params.agent, { input: body, origin: originOf(request) })),
  }),
  operation({
    ...agents,
    method: 'DELETE',
    path: '/my/agents/{agent}',
    summary:
      'Deletes an agent: queued work is cancelled, running work has a minute to end, then everything of it is removed.',
    success: { status: 204 },
    audit: 'data_deleted',
    handle: async ({ project, params }) => {
      await deleteAgent(project, params.agent, { forget: (agent) => forgetAgent(project, agent) });
      return emptyReply(204);
    },
  }),
  operation({
    ...agents,
    method: 'GET',
    path: '/my/agents/{agent}/versions',
    summary: 'Every version of an agent, by default newest first.',
    query: z.object(byVersion.query),
    success: { status: 200, schema: pageOf(agentSchema) },
    handle: async ({ project, params, query }) => {
      const page = await byVersion.page(query, {
        list: VERSION,
        read: async ({ after, ...wanted }) => {
          const last = after === undefined ? {} : { after: Number(after.slice(VERSION.length)) };
          const { items, next } = await listVersions(project, params.agent, { ...wanted, ...last });
          return { items, next: next && `${VERSION}${next}` };
        },
        keyOf: ({ version }) => version,
      });
      return reply(200, page);
    },
  }),
  operation({
    ...agents,
    method: 'GET',
    path: '/my/agents/{agent}/stats',
    summary: 'Statistics of the agent and its queue.',
    success: { status: 200, schema: figuresSchema },
    handle: async ({ project, params }) => reply(200, await metricsOf(spaces.of(project), params.agent)),
  }),
  operation({
    ...agents,
    method: 'POST',
    path: '/my/agents/{agent}/reload',
    summary: 'Reads the agent anew everywhere. A change made here needs no reloading: the next message knows of it.',
    success: { status: 200, schema: agentSchema },
    handle: async ({ project, params }) => {
      const space = spaces.of(project);
      return reply(200, await withStatus(project, await space.agents.reload(params.agent)));
    },
  }),
  operation({
    ...agents,
    method: 'POST',
    path: '/my/agents/{agent}/register',
    summary: 'Accepts new work again.',
    success: { status: 200, schema: agentSchema },
    handle: async ({ project, params }) => reply(200, await register(spaces.of(project), params.agent)),
  }),
  operation({
    ...agents,
    method: 'POST',
    path: '/my/agents/{agent}/deregister',
    summary: 'Refuses new work; accepted work is still completed.',
    success: { status: 200, schema: agentSchema },
    handle: async ({ project, params }) => reply(200, await deregister(spaces.of(project), params.agent)),
  }),
];
