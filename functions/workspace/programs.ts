import * as z from 'zod';
import { recordAudit } from '../../shared/audit/index.ts';
import { systemClock } from '../../shared/core/clock.ts';
import { previewSchema, programLog, restartProgram, startProgram, stopProgram } from '../../shared/previews/index.ts';
import { operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';

const MAX_LINES = 1_000;

const log = {
  limit: z.coerce.number().int().min(1).max(MAX_LINES).default(100),
  offset: z.coerce
    .number()
    .int()
    .min(0)
    .max(999_999_999_999)
    .default(0)
    .meta({ description: 'Bytes of the log that were read before: `next` of an earlier answer.' }),
};

const controls = [
  {
    verb: 'start',
    act: startProgram,
    action: 'preview_started',
    summary: 'Starts the program of a preview that was stopped, or has ended; one that runs is left as it is.',
  },
  {
    verb: 'stop',
    act: stopProgram,
    action: 'preview_stopped',
    summary: 'Stops the program of a preview: its address stays, and says that nothing runs. Its log goes.',
  },
  {
    verb: 'restart',
    act: restartProgram,
    action: 'preview_restarted',
    summary: 'Starts the program of a preview once more, on the files as the preview shows them now.',
  },
] as const;

/** The programs that previews show. */
export const programOperations = [
  ...controls.map(({ verb, act, action, summary }) =>
    operation({
      access: 'user',
      perProject: true,
      method: 'POST',
      path: `/my/previews/{preview_id}/${verb}`,
      summary,
      success: { status: 200, schema: previewSchema },
      errors: [409, 503],
      handle: async ({ scope, project, params: { preview_id }, request }) => {
        const preview = await act(project, preview_id);
        await recordAudit(scope, action, { ...originOf(request), target: preview_id }, systemClock.now());
        return reply(200, preview);
      },
    }),
  ),
  operation({
    access: 'user',
    perProject: true,
    method: 'GET',
    path: '/my/previews/{preview_id}/logs',
    summary: 'The last lines that the program of a preview wrote, from `offset` on; none of one that was stopped.',
    query: z.object(log),
    success: {
      status: 200,
      schema: z
        .object({
          lines: z.array(z.string()),
          next: z.int().meta({ description: 'The `offset` of what it writes after this.' }),
          is_cut: z.boolean().meta({ description: 'Whether there was more between `offset` and these lines.' }),
        })
        .meta({ id: 'PreviewLog', description: 'As the program wrote it.' }),
    },
    errors: [409, 503],
    handle: async ({ project, params: { preview_id }, query }) =>
      reply(200, await programLog(project, preview_id, query)),
  }),
];
