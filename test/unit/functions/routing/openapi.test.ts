import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { authOperations } from '../../../../functions/auth/operations.ts';
import { restHandler } from '../../../../functions/middleware/rest-handler.ts';
import { keyOperations } from '../../../../functions/my/keys.ts';
import { operations } from '../../../../functions/my/operations.ts';
import { profileOperations } from '../../../../functions/my/profile.ts';
import { projectOperations } from '../../../../functions/my/projects.ts';
import { documentation } from '../../../../functions/routing/documentation.ts';
import { openApi } from '../../../../functions/routing/openapi.ts';
import { operation, reply } from '../../../../functions/routing/operation.ts';
import { systemOperations } from '../../../../functions/system/operations.ts';
import { caller } from '../../../support/rest.ts';

const info = { title: 'Artel', version: '1' };
const scoped = operation({
  method: 'PUT',
  path: '/my/things/{thing}',
  summary: 'changes <one> thing',
  access: 'user',
  permission: 'chat',
  perProject: true,
  query: z.object({ force: z.stringbool().optional(), limit: z.coerce.number().int().max(9) }),
  body: z.object({ name: z.string() }),
  success: { status: 200, schema: z.object({ id: z.string() }) },
  errors: [429],
  handle: async () => reply(200, { id: 'x' }),
});
const all = [...authOperations, ...systemOperations, ...profileOperations, ...keyOperations, ...projectOperations];

// biome-ignore lint/suspicious/noExplicitAny: a document is looked into by path
const document = (operations: Parameters<typeof openApi>[0]): any => openApi(operations, info);

describe('the OpenAPI document', () => {
  test('describes an operation per project at both of its paths', () => {
    const { paths } = document([scoped]);
    expect(Object.keys(paths)).toEqual(['/my/things/{thing}', '/my/projects/{project_id}/things/{thing}']);
    const [first, second] = Object.values(paths) as [
      { put: { operationId: string } },
      { put: { operationId: string } },
    ];
    expect(first.put.operationId).not.toBe(second.put.operationId);
  });

  test('takes parameters, body and answer from the schemas that check them', () => {
    const { put } = document([scoped]).paths['/my/things/{thing}'];
    expect(put.parameters).toContainEqual({ name: 'thing', in: 'path', required: true, schema: { type: 'string' } });
    expect(put.parameters).toContainEqual(
      expect.objectContaining({
        name: 'limit',
        in: 'query',
        required: true,
        schema: expect.objectContaining({ maximum: 9 }),
      }),
    );
    expect(put.parameters).toContainEqual(expect.objectContaining({ name: 'force', required: false }));
    expect(put.requestBody.content['application/json'].schema).toMatchObject({
      properties: { name: { type: 'string' } },
      additionalProperties: false,
    });
    expect(put.responses['200'].content['application/json'].schema.properties).toEqual({ id: { type: 'string' } });
    expect(Object.keys(put.responses)).toEqual(
      expect.arrayContaining(['401', '403', '404', '409', '413', '422', '429']),
    );
  });

  test('says what an API key needs', () => {
    expect(document([scoped]).paths['/my/things/{thing}'].put.description).toContain('`chat`');
  });

  test('asks for no token where none is needed', () => {
    expect(document(all).paths['/auth/login'].post.security).toEqual([]);
    expect(document(all).paths['/my'].get.security).toEqual([{ bearer: [] }]);
  });

  test('can be made of every operation there is, each with an id of its own', () => {
    const ids = Object.values(document(all).paths).flatMap((methods) =>
      Object.values(methods as Record<string, { operationId: string }>).map(({ operationId }) => operationId),
    );
    expect(ids.length).toBeGreaterThanOrEqual(all.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has every reference it makes', () => {
    const made = document(all);
    for (const [, name] of JSON.stringify(made).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(made.components.schemas).toHaveProperty(name ?? '');
    }
  });
});

describe('the document of the whole interface', () => {
  const { paths } = document(operations);

  test('has the stream of events, in both of its formats', () => {
    for (const path of ['/my/chat/{session_id}/events', '/my/projects/{project_id}/chat/{session_id}/events']) {
      const { content } = paths[path].get.responses['200'];
      expect(Object.keys(content)).toEqual(['application/x-ndjson', 'text/event-stream']);
    }
  });

  test('tells a message that was answered in time from one that will be', () => {
    const { responses } = paths['/my/chat/{session_id}/message'].post;
    expect(responses['200'].description).not.toBe(responses['202'].description);
    expect(responses['200'].content['application/json'].schema.properties).toHaveProperty('answer');
  });

  test('names on every path what any path may answer', () => {
    for (const methods of Object.values(paths)) {
      for (const { responses } of Object.values(methods as Record<string, { responses: object }>)) {
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['405', '429', '500', '503']));
      }
    }
  });
});

describe('the documentation', () => {
  const call = caller(restHandler(documentation([scoped], info)));

  test('is served as a document, described in itself, and not sent twice', async () => {
    const first = await call('GET', '/openapi.json');
    expect(first.body).toMatchObject({ openapi: '3.1.0', paths: { '/openapi.json': {}, '/my/docs': {} } });
    const again = await call('GET', '/openapi.json', { headers: { 'If-None-Match': `W/${first.headers.etag}` } });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  test('begins its paths where the client has found it', async () => {
    const servers = async (basePath: string) => (await call('GET', '/openapi.json', { basePath })).body.servers;
    expect(await servers('/dev')).toEqual([{ url: '/dev' }]);
    expect(await servers('')).toEqual([{ url: '/' }]);
    expect((await call('GET', '/my/docs', { basePath: '/dev' })).text).toContain('<a href="/dev/openapi.json">');
    expect((await call('GET', '/my/docs')).text).toContain('<a href="/openapi.json">');
  });

  test('is served as a page that runs no script and shows nothing as markup', async () => {
    const page = await call('GET', '/my/docs');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.text).toContain('changes &#60;one&#62; thing');
    expect(page.text).not.toContain('<script');
  });
});
