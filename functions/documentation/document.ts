import * as z from 'zod';
import { type OpenApiInfo, openApi, serversAt } from '../routing/openapi.ts';
import { type Operation, operation } from '../routing/operation.ts';
import { cacheable, UNCHANGED } from '../routing/reply/cacheable.ts';
import { PAGE_POLICY, pageOf } from './page.ts';

/** Seconds a client or proxy may keep the document. */
const MAX_AGE_SECONDS = 300;

/** Two operations that describe all others, and themselves. The document is built once, at the first request. */
export const documentation = (described: readonly Operation[], info: OpenApiInfo): Operation[] => {
  let made: { document: Record<string, unknown>; page: (address: string) => string } | undefined;
  const make = () => {
    if (!made) {
      const document = openApi([...described, ...operations], info);
      made = { document, page: pageOf(document, info) };
    }
    return made;
  };
  const operations = [
    operation({
      method: 'GET',
      path: '/openapi.json',
      summary: 'This API as an OpenAPI 3.1 document.',
      access: 'public',
      success: { status: 200, schema: z.record(z.string(), z.unknown()) },
      otherSuccesses: [UNCHANGED],
      handle: async ({ request }) => {
        const document = { ...make().document, servers: serversAt(request.basePath) };
        return cacheable(request, document, { maxAgeSeconds: MAX_AGE_SECONDS });
      },
    }),
    operation({
      method: 'GET',
      path: '/my/docs',
      summary: 'This API as an HTML page.',
      access: 'public',
      success: { status: 200, schema: z.string(), contentType: 'text/html; charset=utf-8' },
      otherSuccesses: [UNCHANGED],
      handle: async ({ request }) =>
        cacheable(request, make().page(`${request.basePath}/openapi.json`), {
          maxAgeSeconds: MAX_AGE_SECONDS,
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY },
        }),
    }),
  ];
  return operations;
};
