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
    expect((await call('GET', '/my/docs', { basePath: '/dev' })).text).toContain('<a href="/dev/openapi.json">');
    expect((await call('GET', '/my/docs')).text).toContain('<a href="/openapi.json">');
  });

  test('the documentation is served as a page that runs no script and shows nothing as markup', async () => {
    const page = await call('GET', '/my/docs');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.text).toContain('changes &#60;one&#62; thing');
    expect(page.text).not.toContain('<script');
  });
});
