import * as z from 'zod';
import { currentResponse, openAiError } from '../../shared/protocols/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { openAi } from './kinds.ts';
import { openAiErrorSchema, responseSchema } from './schemas.ts';

export const responseOperations = [
  operation({
    ...openAi,
    method: 'GET',
    path: '/v1/responses',
    summary: 'There is no WebSocket for responses. Codex, which asks for one first, then uses POST at once.',
    errors: [],
    success: { status: 426, schema: openAiErrorSchema, means: 'Responses are given over POST alone.' },
    handle: async () => {
      const message = 'There is no WebSocket here. Use POST.';
      return reply(426, openAiError({ status: 426, code: 'upgrade_required', message }));
    },
  }),
  operation({
    ...openAi,
    method: 'GET',
    path: '/v1/responses/{response_id}',
    summary: 'A response that was kept, as it stands: in progress while a person decides, then with its answer.',
    params: z.object({ response_id: z.string().regex(/^resp_[0-9a-f]{32}$/, 'Must be the id of a response.') }),
    query: z.object({ include: z.unknown(), stream: z.enum(['false']) }).partial(),
    errors: [404],
    success: { status: 200, schema: responseSchema },
    handle: async ({ project, params }) => reply(200, await currentResponse(project, params.response_id)),
  }),
];
