import { createHash } from 'node:crypto';
import type { Json, OpenApiInfo } from '../routing/description/openapi.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE =
  'body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}code{background:#eee;padding:.1em .3em}' +
  'summary{cursor:pointer;margin:.3rem 0}pre{background:#f6f6f6;padding:1rem;overflow:auto}';

/** The page runs no script and loads nothing; its one style is allowed by its hash. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`;

/** The page without the URL of the document, which depends on where the page was requested. */
export const pageOf = (document: Json): ((address: string) => string) => {
  const info = document.info as OpenApiInfo;
  const paths = Object.entries(document.paths as Record<string, Record<string, { summary: string }>>);
  const entries = paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const title = `<code>${method.toUpperCase()} ${escaped(path)}</code> ${escaped(described.summary)}`;
      return `<details><summary>${title}</summary><pre>${escaped(JSON.stringify(described, null, 2))}</pre></details>`;
    }),
  );
  const { schemas } = document.components as { schemas: Record<string, unknown> };
  const shapes = Object.entries(schemas).map(
    ([name, schema]) =>
      `<details><summary><code>${escaped(name)}</code></summary><pre>${escaped(JSON.stringify(schema, null, 2))}</pre></details>`,
  );
  const body = [...entries, '<h2>Schemas</h2>', ...shapes].join('\n');
  return (address) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(info.title)}</title><style>${STYLE}</style></head><body><h1>${escaped(info.title)} ${escaped(info.version)}</h1><p>The same as a document: <a href="${escaped(address)}">${escaped(address)}</a>.</p>${body}</body></html>`;
};
