import * as z from 'zod';
import { modelEntry, modelInfo, modelList, modelPage } from '../../shared/protocols/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { usesAnthropicProtocol } from './error-shape.ts';
import { openAi } from './kinds.ts';
import { listedModel, listedModels } from './models.ts';
import { eitherErrorSchema, modelListSchema, modelSchema } from './schemas.ts';

export const modelOperations = [
  operation({
    ...openAi,
    method: 'GET',
    path: '/v1/models',
    permission: 'chat',
    summary: "The deployment's models and your agents, in OpenAI's or, by its version header, Anthropic's shape.",
    query: z.object({ limit: z.unknown(), after_id: z.unknown(), before_id: z.unknown() }).partial(),
    errors: [],
    errorSchema: eitherErrorSchema,
    success: { status: 200, schema: modelListSchema },
    handle: async ({ project, request: { headers } }) => {
      const models = await listedModels(project);
      return reply(200, usesAnthropicProtocol({ path: '', headers }) ? modelPage(models) : modelList(models));
    },
  }),
  ...(['/v1/models/{model}', '/v1/models/{owner}/{model}'] as const).map((path) =>
    operation({
      ...openAi,
      method: 'GET',
      path,
      permission: 'chat',
      summary: 'One of the models. The name of an agent has a slash, encoded or not.',
      params: z.object({ owner: z.string().min(1).optional(), model: z.string().min(1) }),
      // A model's name may have colons and slashes.
      paramsInKeys: false,
      query: z.object({ beta: z.unknown() }).partial(),
      errors: [404],
      errorSchema: eitherErrorSchema,
      success: { status: 200, schema: modelSchema },
      handle: async ({ project, request: { headers }, params: { owner, model } }) => {
        const found = await listedModel(project, owner === undefined ? model : `${owner}/${model}`);
        return reply(200, usesAnthropicProtocol({ path: '', headers }) ? modelInfo(found) : modelEntry(found));
      },
    }),
  ),
];
