import * as z from 'zod';
import { NotFound } from '../../shared/core/errors.ts';
import { type Json, type OpenApiInfo, serversAt } from '../routing/description/openapi.ts';
import { type Operation, operation } from '../routing/operation.ts';
import { cacheable, cacheableFile, UNCHANGED } from '../routing/reply/cacheable.ts';
import { PAGE_POLICY, pageOf } from './page.ts';
import { pageScript } from './script.ts';

/** Seconds a client or proxy may keep the document. */
const MAX_AGE_SECONDS = 300;
/** A year, the most that is usual: the script's name changes with it. */
const SCRIPT_AGE_SECONDS = 31_536_000;

const JAVASCRIPT = 'text/javascript; charset=utf-8';

/** Operations that serve the description of all others, and of themselves. It is read at the first request. */
export const documentation = (read: () => Json): Operation[] => {
  let made: Json | undefined;
  const document = () => {
    made ??= read();
    return made;
  };
  return [
    operation({
      method: 'GET',
      path: '/openapi.json',
      summary: 'This API as an OpenAPI 3.1 document.',
      access: 'public',
      success: { status: 200, schema: z.record(z.string(), z.unknown()) },
      otherSuccesses: [UNCHANGED],
      handle: async ({ request }) =>
        cacheable(request, { ...document(), servers: serversAt(request.basePath) }, { maxAgeSeconds: MAX_AGE_SECONDS }),
    }),
    operation({
      method: 'GET',
      path: '/my/docs',
      summary: 'This API as an HTML page in which requests can be tried.',
      access: 'public',
      success: { status: 200, schema: z.string(), contentType: 'text/html; charset=utf-8' },
      otherSuccesses: [UNCHANGED],
      handle: async ({ request }) => {
        const page = pageOf({
          title: (document().info as OpenApiInfo).title,
          document: `${request.basePath}/openapi.json`,
          script: `${request.basePath}/my/docs/${pageScript().name}`,
        });
        return cacheable(request, page, {
          maxAgeSeconds: MAX_AGE_SECONDS,
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY },
        });
      },
    }),
    operation({
      method: 'GET',
      path: '/my/docs/{asset}',
      summary: 'The script of that page, which it names.',
      access: 'public',
      paramsInKeys: false,
      success: { status: 200, schema: z.string(), contentType: JAVASCRIPT },
      otherSuccesses: [UNCHANGED],
      errors: [404],
      handle: async ({ request, params }) => {
        const script = pageScript();
        if (params.asset !== script.name) throw new NotFound('There is no such file.');
        return cacheableFile(request, script, {
          maxAgeSeconds: SCRIPT_AGE_SECONDS,
          immutable: true,
          headers: { 'content-type': JAVASCRIPT },
        });
      },
    }),
  ];
};
