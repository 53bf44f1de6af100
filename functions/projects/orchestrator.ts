import {
  changeOrchestratorConfig,
  findOrchestratorConfig,
  orchestratorConfigSchema,
} from '../../shared/plans/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';

export const orchestratorOperations = [
  operation({
    method: 'GET',
    path: '/my/orchestrator/config',
    perProject: true,
    summary:
      'The project’s settings for plans: the planning model, when approval is needed, and limits on tasks and cost.',
    access: 'user',
    success: { status: 200, schema: orchestratorConfigSchema },
    handle: async ({ project }) => reply(200, await findOrchestratorConfig(project)),
  }),
  operation({
    method: 'PUT',
    path: '/my/orchestrator/config',
    perProject: true,
    summary:
      'Replaces the project’s settings for plans; omitted fields take their defaults. They apply to plans made from now on. What asks a person less often than before needs the scope `approvals:decide` too (403 `approvals_scope_required`).',
    access: 'user',
    body: orchestratorConfigSchema,
    success: { status: 200, schema: orchestratorConfigSchema },
    handle: async ({ project, body, request }) =>
      reply(200, await changeOrchestratorConfig(project, body, { origin: originOf(request) })),
  }),
];
