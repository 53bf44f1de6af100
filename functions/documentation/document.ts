import * as z from 'zod';
import { type Json, serversAt } from '../routing/description/openapi.ts';
import { type Operation, operation } from '../routing/operation.ts';
import { cacheable, UNCHANGED } from '../routing/reply/cacheable.ts';
import { PAGE_POLICY, pageOf } from './page.ts';

/** Seconds a client or proxy may keep the document. */
const MAX_AGE_SECONDS = 300;

/** Two operations that serve the description of all others, and of themselves. It is read at the first request. */
export const documentation = (read: () => Json): Operation[] => {
  let made: { document: Json; page: (address: string) => string } | undefined;
  const make = () => {
    if (!made) {
      const document = read();
      made = { document, page: pageOf(document) };
    }
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
};
