import * as z from 'zod';
import { NotFound } from '../../shared/core/errors.ts';
import { emptyReply, type Operation, operation, type RequestFacts } from '../routing/operation.ts';
import { cacheable, cacheableFile, UNCHANGED } from '../routing/reply/cacheable.ts';
import type { Console } from './files.ts';
import { PAGE_POLICY, pageOf } from './page.ts';

/** A year, the most that is usual: names of files change with what they hold. */
const ASSET_AGE_SECONDS = 31_536_000;

const HTML = 'text/html; charset=utf-8';

/** The console knows its screens by itself: each of their addresses answers the same page. */
const SCREENS = ['/console', '/console/{screen}', '/console/{screen}/{item}'] as const;

/** Operations that serve the console. It is read at the first request. */
export const consoleOperations = (read: () => Console): Operation[] => {
  let known: Console | undefined;
  const console = (): Console => {
    known ??= read();
    return known;
  };
  const page = (request: RequestFacts) =>
    cacheable(request, pageOf(console().manifest, request.basePath), {
      // It names the files of its version, so that each is asked whether it is still the one.
      maxAgeSeconds: 0,
      headers: { 'content-type': HTML, 'content-security-policy': PAGE_POLICY },
    });
  return [
    operation({
      method: 'GET',
      path: '/',
      summary: 'Leads to the console.',
      access: 'public',
      success: { status: 302 },
      handle: async ({ request }) => emptyReply(302, { headers: { location: `${request.basePath}/console` } }),
    }),
    ...SCREENS.map((path) =>
      operation({
        method: 'GET',
        path,
        summary: 'The console, an HTML page.',
        access: 'public',
        // Only the console knows what they mean.
        params: z.unknown(),
        query: z.looseObject({}),
        paramsInKeys: false,
        success: { status: 200, schema: z.string(), contentType: HTML },
        otherSuccesses: [UNCHANGED],
        handle: async ({ request }) => page(request),
      }),
    ),
    operation({
      method: 'GET',
      path: '/console/assets/{asset}',
      summary: 'A file that the console consists of.',
      access: 'public',
      params: z.object({ asset: z.string() }),
      paramsInKeys: false,
      success: { status: 200, schema: z.string() },
      otherSuccesses: [UNCHANGED],
      errors: [404],
      handle: async ({ request, params }) => {
        const file = console().file(params.asset);
        if (!file) throw new NotFound('There is no such file.');
        return cacheableFile(request, file, {
          maxAgeSeconds: ASSET_AGE_SECONDS,
          immutable: true,
          headers: { 'content-type': file.type },
        });
      },
    }),
  ];
};
