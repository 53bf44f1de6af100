import * as z from 'zod';
import { recordAudit } from '../../shared/audit/index.ts';
import { DAY, SECOND, systemClock } from '../../shared/core/clock.ts';
import {
  capturedErrorSchema,
  capturedErrors,
  end,
  extend,
  findPreview,
  listPreviews,
  previewSchema,
  publish,
  publishProgram,
  USUAL_TIME,
} from '../../shared/previews/index.ts';
import { ranges } from '../../shared/store/index.ts';
import { emptyReply, operation, reply } from '../routing/operation.ts';
import { originOf } from '../routing/origin.ts';
import { decodeCursor, encodeCursor, newestFirstQuery, pageOf } from '../routing/page.ts';
import { pathSchema } from './schemas.ts';

const seconds = (milliseconds: number): number => milliseconds / SECOND;
const LONGEST = 7 * DAY;

const ttl = z
  .int()
  .min(60)
  .max(seconds(LONGEST))
  .meta({ description: `Seconds from now until it is over, at most a week.` });

/** A port of the machine that its programs may listen on; 8080 is the machine's own. */
const port = z
  .int()
  .min(1_024)
  .max(65_535)
  .refine((number) => number !== 8_080, 'Must not be 8080, which is taken.');

const newProgramSchema = z
  .object({
    command: z.string().trim().min(1).max(1_000).optional().meta({
      description:
        'For a shell, in the root of the files. By default what they say: `npm run build`, if there is one, and `npm start`.',
    }),
    port: port.optional().meta({ description: 'That it listens on, 3000 by default; PORT names it.' }),
  })
  .meta({ id: 'NewPreviewProgram', description: 'What answers requests in place of files, such as an API.' });

const mine = { access: 'user', perProject: true } as const;

export const previewOperations = [
  operation({
    ...mine,
    method: 'GET',
    path: '/my/previews',
    summary: 'The previews of the project that are not over, by default the newest first.',
    query: z.object(newestFirstQuery),
    success: { status: 200, schema: pageOf(previewSchema) },
    handle: async ({ project, query: { limit, cursor, order } }) => {
      const after = decodeCursor(cursor, ranges.previews(project));
      const newestFirst = order === 'desc';
      const page = await listPreviews(project, { limit, newestFirst, ...(after !== undefined && { after }) });
      return reply(200, { items: page.items, next_cursor: encodeCursor(page.next) });
    },
  }),
  operation({
    ...mine,
    method: 'POST',
    path: '/my/previews',
    summary:
      'Shows files of the project as a website, or what a program of it answers, at an address of its own, to whoever has it; `url` is answered only once.',
    answersOnce: true,
    body: z
      .object({
        version: z
          .union([z.int().min(1).max(999_999_999), z.literal('newest')])
          .default('newest')
          .meta({ description: 'A version of the files, or "newest" to follow them.' }),
        folder: pathSchema.optional().meta({ description: 'The folder that is the root of the website.' }),
        fallback: z
          .boolean()
          .default(false)
          .meta({ description: 'Whether pages that are not there are answered with index.html.' }),
        program: newProgramSchema.optional(),
        ttl_seconds: ttl.default(seconds(USUAL_TIME)),
      })
      .refine(({ program, folder, fallback }) => !program || (folder === undefined && !fallback), {
        path: ['program'],
        message: 'A program answers all requests by itself: leave "folder" and "fallback" out.',
      })
      .meta({ id: 'NewPreview' }),
    success: {
      status: 201,
      schema: z
        .object({ preview: previewSchema.extend({ url: z.string() }).meta({ id: 'PublishedPreview' }) })
        .meta({ id: 'CreatedPreview' }),
    },
    errors: [404, 409, 503],
    handle: async ({ scope, project, body: { version, folder, fallback, program, ttl_seconds }, request }) => {
      const ttlMs = ttl_seconds * SECOND;
      const preview = program
        ? await publishProgram(project, { version, ...program, ttlMs })
        : await publish(project, { version, folder, fallback, ttlMs });
      await recordAudit(scope, 'preview_published', { ...originOf(request), target: preview.id }, systemClock.now());
      return reply(201, { preview });
    },
  }),
  operation({
    ...mine,
    method: 'GET',
    path: '/my/previews/{preview_id}',
    summary: 'One preview.',
    success: { status: 200, schema: previewSchema },
    handle: async ({ project, params: { preview_id } }) => reply(200, await findPreview(project, preview_id)),
  }),
  operation({
    ...mine,
    method: 'PATCH',
    path: '/my/previews/{preview_id}',
    summary: 'Lets a preview end later, or sooner. Its address stays the same.',
    body: z.object({ ttl_seconds: ttl }).meta({ id: 'PreviewTime' }),
    success: { status: 200, schema: previewSchema },
    handle: async ({ scope, project, params: { preview_id }, body: { ttl_seconds }, request }) => {
      const preview = await extend(project, preview_id, { ttlMs: ttl_seconds * SECOND });
      await recordAudit(scope, 'preview_extended', { ...originOf(request), target: preview_id }, systemClock.now());
      return reply(200, preview);
    },
  }),
  operation({
    ...mine,
    method: 'DELETE',
    path: '/my/previews/{preview_id}',
    summary: 'Ends a preview: nobody sees it any more, and what its pages reported is gone.',
    success: { status: 204 },
    handle: async ({ scope, project, params: { preview_id }, request }) => {
      await end(project, preview_id);
      await recordAudit(scope, 'preview_ended', { ...originOf(request), target: preview_id }, systemClock.now());
      return emptyReply(204);
    },
  }),
  operation({
    ...mine,
    method: 'GET',
    path: '/my/previews/{preview_id}/errors',
    summary: 'What browsers said went wrong in a preview, the newest first: at most 20 different errors.',
    success: {
      status: 200,
      schema: z
        .object({
          items: z.array(capturedErrorSchema),
          dropped: z.int().meta({ description: 'Reports of errors that were too many to be kept.' }),
        })
        .meta({ id: 'PreviewErrors' }),
    },
    handle: async ({ project, params: { preview_id } }) => reply(200, await capturedErrors(project, preview_id)),
  }),
];
