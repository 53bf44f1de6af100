import { createHash } from 'node:crypto';
import * as z from 'zod';
import { cacheable } from './cacheable.ts';
import { type OpenApiInfo, openApi, serversAt } from './openapi.ts';
import { type Operation, operation } from './operation.ts';

const AGE = 300;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE =
  'body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}code{background:#eee;padding:.1em .3em}' +
  'summary{cursor:pointer;margin:.3rem 0}pre{background:#f6f6f6;padding:1rem;overflow:auto}';

/** The page runs no script and loads nothing; its one style is allowed by its hash. */
const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`;

/** The page but for the address of the document, which depends on where it is read from. */
const pageOf = (document: Record<string, unknown>, info: OpenApiInfo): ((address: string) => string) => {
  const paths = Object.entries(document.paths as Record<string, Record<string, { summary: string }>>);
  const entries = paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const title = `<code>${method.toUpperCase()} ${escaped(path)}</code> ${escaped(described.summary)}`;
      return `<details><summary>${title}</summary><pre>${escaped(JSON.stringify(described, null, 2))}</pre></details>`;
    }),
  );
  const body = entries.join('\n');
  return (address) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(info.title)}</title><style>${STYLE}</style></head><body><h1>${escaped(info.title)} ${escaped(info.version)}</h1><p>The same as a document: <a href="${escaped(address)}">${escaped(address)}</a>.</p>${body}</body></html>`;
};

/** Two operations that describe all others, and themselves. The document is made once, at the first request. */
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
      summary: 'This interface as an OpenAPI 3.1 document',
      access: 'public',
      success: { status: 200, schema: z.record(z.string(), z.unknown()) },
      handle: async ({ request }) => {
        const document = { ...make().document, servers: serversAt(request.basePath) };
        return cacheable(request, document, { maxAgeSeconds: AGE });
      },
    }),
    operation({
      method: 'GET',
      path: '/my/docs',
      summary: 'This interface as a page to read',
      access: 'public',
      success: { status: 200, schema: z.string(), contentType: 'text/html; charset=utf-8' },
      handle: async ({ request }) =>
        cacheable(request, make().page(`${request.basePath}/openapi.json`), {
          maxAgeSeconds: AGE,
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY },
        }),
    }),
  ];
  return operations;
};
