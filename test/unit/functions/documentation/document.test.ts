import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describe as describeApi } from '../../../../functions/documentation/describe.ts';
import { documentation } from '../../../../functions/documentation/document.ts';
import { described } from '../../../../functions/documentation/operations.ts';
import { restHandler } from '../../../../functions/middleware/rest-handler.ts';
import { openApi } from '../../../../functions/routing/description/openapi.ts';
import { operation, reply } from '../../../../functions/routing/operation.ts';
import { caller } from '../../../support/rest.ts';

/* Requirements: API6. */

const info = { title: 'Artel', version: '1' };
const scoped = operation({
  method: 'PUT',
  path: '/my/things/{thing}',
  summary: 'changes <one> thing',
  access: 'user',
  success: { status: 200, schema: z.object({ id: z.string() }) },
  handle: async () => reply(200, { id: 'x' }),
});

type Described = {
  responses: Record<string, { description: string; content: Record<string, { schema: Record<string, unknown> }> }>;
};

describe('the document of the whole interface', () => {
  const { paths, components } = openApi(described, info) as {
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Record<string, { properties: Record<string, unknown> }> };
  };

  test('the document of the whole interface has the stream of events, in both of its formats', () => {
    for (const path of ['/my/chat/{session_id}/events', '/my/projects/{project_id}/chat/{session_id}/events']) {
      expect(Object.keys(paths[path]?.get?.responses['200']?.content ?? {})).toEqual([
        'application/x-ndjson',
        'text/event-stream',
      ]);
    }
  });

  test('the document of the whole interface distinguishes a message answered in time from one that is pending', () => {
    const responses = paths['/my/chat/{session_id}/message']?.post?.responses ?? {};
    expect(responses['200']?.description).toEqual(expect.any(String));
    expect(responses['200']?.description).not.toBe(responses['202']?.description);
    expect(responses['200']?.content['application/json']?.schema).toEqual({ $ref: '#/components/schemas/SentMessage' });
    expect(components.schemas.SentMessage?.properties).toHaveProperty('answer');
  });

  test('the document of the whole interface names on every path what any path may answer', () => {
    for (const methods of Object.values(paths)) {
      for (const { responses } of Object.values(methods as Record<string, { responses: object }>)) {
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['405', '429', '500', '503']));
      }
    }
  });
});

describe('the documentation', () => {
  const call = caller(restHandler(documentation(() => describeApi([scoped], info))));

  test('the documentation is served as a document that describes itself, and is not sent twice', async () => {
    const first = await call('GET', '/openapi.json');
    expect(first.body).toMatchObject({ openapi: '3.1.0', paths: { '/openapi.json': {}, '/my/docs': {} } });
    const again = await call('GET', '/openapi.json', { headers: { 'If-None-Match': `W/${first.headers.etag}` } });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  test('the documentation begins its paths where the client has found it', async () => {
    const servers = async (basePath: string) => (await call('GET', '/openapi.json', { basePath })).body.servers;
    expect(await servers('/dev')).toEqual([{ url: '/dev' }]);
    expect(await servers('')).toEqual([{ url: '/' }]);
    const page = async (basePath: string) => (await call('GET', '/my/docs', { basePath })).text;
    expect(await page('/dev')).toMatch(/spec-url="\/dev\/openapi\.json".*<a href="\/dev\/openapi\.json">/);
    expect(await page('/dev')).toMatch(/src="\/dev\/my\/docs\/rapidoc-[0-9a-f]{16}\.js"/);
    expect(await page('')).toContain('spec-url="/openapi.json"');
  });

  test('the documentation is a page whose policy lets it run one script, from here, and talk to nobody else', async () => {
    const page = await call('GET', '/my/docs');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = Object.fromEntries(
      (page.headers['content-security-policy'] ?? '').split('; ').map((one) => one.split(/ (.*)/)),
    );
    expect(policy).toMatchObject({ 'default-src': "'none'", 'script-src': "'self'", 'connect-src': "'self'" });
    expect(page.text.match(/<script[^>]*>/g)).toHaveLength(1);
    // A browser asks for one at the address of the host otherwise, where there is none.
    expect(page.text).toContain('<link rel="icon" href="data:,">');
    expect(page.text).not.toMatch(/<script[^>]*>[^<]|\son[a-z]+=|https?:/);
  });

  test('the documentation’s script is sent once, and kept for good', async () => {
    const [, script = ''] = /src="([^"]+)"/.exec((await call('GET', '/my/docs')).text) ?? [];
    const first = await call('GET', script);
    expect(first.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(first.text).toContain('customElements.define("rapi-doc"');
    // Lambda takes an answer of six megabytes.
    expect(Buffer.byteLength(first.text)).toBeLessThan(1_000_000);
    const again = await call('GET', script, { headers: { 'If-None-Match': first.headers.etag ?? '' } });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect(first.headers.vary).toContain('accept-encoding');
    expect(first.headers['content-encoding']).toBeUndefined();
    for (const other of ['/my/docs/rapidoc.js', '/my/docs/openapi.json', '/my/docs/..%2fopenapi.json'])
      expect((await call('GET', other)).status).toBe(404);
  });
});
