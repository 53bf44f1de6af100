import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { restHandler } from '../../../../functions/middleware/rest-handler.ts';
import { MAX_BODY_BYTES } from '../../../../functions/routing/body-limits.ts';
import { emptyReply, operation, reply } from '../../../../functions/routing/operation.ts';
import { ENV } from '../../../../shared/core/environment.ts';
import { Conflict, Locked } from '../../../../shared/core/errors.ts';
import type { Identity } from '../../../../shared/core/identity.ts';
import { authenticated, type Permission, type Role } from '../../../../shared/core/scope.ts';
import { notSignedIn } from '../../../../shared/identity/index.ts';
import { always } from '../../../support/admit.ts';
import { caller, restEvent } from '../../../support/rest.ts';

/* Requirements: ID4, API2. */

const identity = (more: { roles?: Role[]; permissions?: Permission[]; via?: 'token' | 'key' } = {}): Identity => ({
  scope: authenticated({ userId: 'alice', roles: more.roles ?? ['user'], permissions: more.permissions }),
  projectId: 'prj_default',
  via: more.via ?? 'token',
  credential: 'c',
  tier: 'standard',
});

const callers: Record<string, Identity> = {
  alice: identity(),
  reader: identity({ permissions: ['read'], via: 'key' }),
  root: identity({ roles: ['user', 'admin'] }),
};

const authenticate = async (token: string): Promise<Identity> => {
  const known = callers[token];
  if (!known) throw notSignedIn('unknown');
  return known;
};

const operations = [
  operation({
    method: 'GET',
    path: '/open',
    summary: 'open',
    access: 'public',
    query: z.object({ limit: z.coerce.number().int().max(10).default(5), tag: z.array(z.string()).optional() }),
    success: { status: 200, schema: z.unknown() },
    handle: async ({ query }) => reply(200, query, { headers: { 'cache-control': 'public, max-age=5' } }),
  }),
  operation({
    method: 'POST',
    path: '/my/things',
    summary: 'a write',
    access: 'user',
    body: z.object({ name: z.string().min(1), size: z.number() }),
    success: { status: 201, schema: z.unknown() },
    handle: async ({ body, scope, project }) =>
      reply(201, { ...body, user: scope.userId, project: project.projectId }, { cookies: ['a=1', 'b=2'] }),
  }),
  operation({
    method: 'GET',
    path: '/my/things/{thing}',
    summary: 'a read',
    access: 'user',
    perProject: true,
    success: { status: 200, schema: z.unknown() },
    handle: async ({ params, project }) => reply(200, { ...params, project: project.projectId }),
  }),
  operation({
    method: 'GET',
    path: '/admin/users',
    summary: 'for admins',
    access: 'admin',
    success: { status: 200, schema: z.unknown() },
    handle: async () => reply(200, {}),
  }),
  operation({
    method: 'DELETE',
    path: '/my/person',
    summary: 'for people',
    access: 'user',
    permission: 'read',
    personOnly: true,
    success: { status: 204 },
    handle: async () => emptyReply(204),
  }),
  operation({
    method: 'POST',
    path: '/my/large',
    summary: 'takes more than others',
    access: 'user',
    body: z.string(),
    bodyType: 'text',
    maxBodyBytes: 2 * MAX_BODY_BYTES,
    success: { status: 200 },
    handle: async () => emptyReply(200),
  }),
  operation({
    method: 'POST',
    path: '/my/text',
    summary: 'lines',
    access: 'user',
    bodyType: 'text',
    body: z.string().max(100),
    success: { status: 200, schema: z.unknown() },
    handle: async ({ body }) => reply(200, body, { headers: { 'content-type': 'text/plain' } }),
  }),
  operation({
    method: 'GET',
    path: '/broken/{how}',
    summary: 'fails',
    access: 'public',
    success: { status: 200 },
    handle: async ({ params: { how } }) => {
      if (how === 'locked') throw new Locked('Later.', { retryAfter: 12.2 });
      if (how === 'conflict') throw new Conflict('No.', { cause: new Error('secret cause') });
      if (how === 'below') throw Object.assign(new Error('disk full at /data'), { $fault: 'server' });
      throw new Error('the password is hunter2');
    },
  }),
];

const call = caller(
  restHandler(operations, { authenticate, admit: always, clock: { now: () => Date.UTC(2026, 10, 21) } }),
);
const thing = { name: 'x', size: 1 };

describe('a REST function', () => {
  test('a REST function answers with the operation’s status, body, headers and cookies', async () => {
    const answer = await call('POST', '/my/things', { token: 'alice', body: thing });
    expect(answer).toMatchObject({ status: 201, body: { ...thing, user: 'alice', project: 'prj_default' } });
    expect(answer.cookies).toEqual(['a=1', 'b=2']);
  });

  test('a REST function accepts a trailing slash', async () => {
    expect((await call('POST', '/my/things/', { token: 'alice', body: thing })).status).toBe(201);
  });

  test('a REST function takes a body in base64', async () => {
    const event = restEvent('POST', '/my/things', { token: 'alice', body: thing });
    const encoded = { ...event, body: Buffer.from(event.body ?? '').toString('base64'), isBase64Encoded: true };
    const result = await restHandler(operations, { authenticate, admit: always })(encoded, {} as never);
    expect(result.statusCode).toBe(201);
  });

  test('a REST function passes a text body on unchanged', async () => {
    const answer = await call('POST', '/my/text', { token: 'alice', body: '{"a":1}\n{"a":2}\n' });
    expect(answer.text).toBe('{"a":1}\n{"a":2}\n');
  });

  test('a REST function takes bodies up to the limit of the path, and answers 413 to longer ones', async () => {
    const accepted = await call('POST', '/my/large', { token: 'alice', body: 'x'.repeat(2 * MAX_BODY_BYTES) });
    expect(accepted.status).toBe(200);
    const refused = await call('POST', '/my/large', { token: 'alice', body: 'x'.repeat(2 * MAX_BODY_BYTES + 1) });
    expect(refused).toMatchObject({ status: 413, body: { error_code: 'payload_too_large' } });
  });

  test('a REST function takes the alias "default" for the caller’s default project', async () => {
    const answer = await call('GET', '/my/projects/default/things/t1', { token: 'alice' });
    expect(answer.body).toEqual({ thing: 't1', project: 'prj_default' });
  });

  test.each([
    ['GET', '/nowhere', {}, 404, 'not_found'],
    ['GET', '/my/things/%2e%2e%2fx', { token: 'alice' }, 404, 'not_found'],
    ['PUT', '/my/things', {}, 405, 'method_not_allowed'],
    ['POST', '/my/things', { body: thing }, 401, 'unauthorized'],
    ['POST', '/my/things', { token: 'mallory', body: thing }, 401, 'unauthorized'],
    ['POST', '/my/things', { token: 'reader', body: thing }, 403, 'forbidden'],
    ['GET', '/admin/users', { token: 'alice' }, 403, 'forbidden'],
    ['DELETE', '/my/person', { token: 'reader' }, 403, 'forbidden'],
    ['POST', '/my/things', { token: 'alice', body: '{"name":' }, 400, 'bad_request'],
    ['POST', '/my/things', { token: 'alice', body: '', headers: {} }, 422, 'validation_failed'],
    ['POST', '/my/things', { token: 'alice', body: '1'.repeat(MAX_BODY_BYTES + 1) }, 413, 'payload_too_large'],
    ['GET', '/open', { query: { limit: '11' } }, 422, 'validation_failed'],
    ['GET', '/open', { query: { limti: '1' } }, 422, 'validation_failed'],
    ['GET', '/open', { query: { limit: ['1', '2'] } }, 422, 'validation_failed'],
    ['GET', '/broken/locked', {}, 423, 'locked'],
    ['GET', '/broken/conflict', {}, 409, 'conflict'],
    ['GET', '/broken/below', {}, 503, 'unavailable'],
    ['GET', '/broken/otherwise', {}, 500, 'internal_error'],
  ])(
    'a REST function answers %s %s (%j) with %i %s in the one error shape',
    async (method, path, options, status, code) => {
      const answer = await call(method, path, options);
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toBe('application/json');
      expect(answer.body).toMatchObject({ error_code: code, timestamp: '2026-11-21T00:00:00.000Z' });
      expect(answer.body.detail).toEqual(expect.any(String));
      expect(answer.body.request_id).toBe(answer.headers['x-request-id']);
    },
  );

  test('a REST function names every field that is wrong, including unknown ones', async () => {
    const { body } = await call('POST', '/my/things', { token: 'alice', body: { name: '', colour: 'red' } });
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['colour', 'name', 'size']);
  });

  test.each([
    ['{"name": "a", "size": 1, "__proto__": {"admin": true}}', '__proto__'],
    ['{"name": "a", "size": 1, "\\u005f_proto__": 1}', '__proto__'],
    ['{"name": "a", "size": {"deep": [{"__proto__": 1}]}}', 'size.deep.0.__proto__'],
  ])('R12: a REST function refuses %s by its name, whatever its schema says', async (body, path) => {
    const answer = await call('POST', '/my/things', { body, token: 'alice' });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual({ path, message: 'A field cannot have this name.' });
  });

  test('a REST function refuses a body that is not declared as JSON, as another site’s form would send it', async () => {
    const headers = { 'Content-Type': 'text/plain' };
    const answer = await call('POST', '/my/things', { token: 'alice', body: thing, headers });
    expect(answer).toMatchObject({ status: 400 });
  });

  test('a REST function takes a repeated query parameter as a list where one is wanted', async () => {
    const { body } = await call('GET', '/open', { query: { tag: ['a', 'b'] } });
    expect(body).toEqual({ limit: 5, tag: ['a', 'b'] });
  });

  test('a REST function reveals no text of an unexpected failure, and no cause', async () => {
    const texts = [await call('GET', '/broken/x'), await call('GET', '/broken/conflict')].map(({ text }) => text);
    expect(texts.join()).not.toMatch(/hunter2|secret cause/);
    expect(texts[0]).toContain('Something went wrong on our side.');
  });

  test('a REST function says when to retry, in whole seconds', async () => {
    expect((await call('GET', '/broken/locked')).headers['retry-after']).toBe('13');
  });

  test('a REST function names the allowed methods with a 405', async () => {
    expect((await call('PUT', '/my/things')).headers.allow).toBe('OPTIONS, POST');
  });

  test('a REST function answers HEAD as GET, without the body', async () => {
    const [get, head] = [await call('GET', '/open'), await call('HEAD', '/open')];
    expect(head).toMatchObject({ status: 200, text: '' });
    expect(Object.keys(head.headers)).toEqual(Object.keys(get.headers));
    expect(await call('HEAD', '/my/things/t1', { token: 'reader' })).toMatchObject({ status: 200, text: '' });
    expect(await call('HEAD', '/broken/locked')).toMatchObject({ status: 423, text: '' });
    expect(await call('HEAD', '/my/things')).toMatchObject({ status: 405, text: '' });
    expect((await call('PUT', '/open')).headers.allow).toBe('GET, HEAD, OPTIONS');
  });

  test('a REST function challenges with a 401', async () => {
    expect((await call('POST', '/my/things')).headers['www-authenticate']).toBe('Bearer');
  });

  test.each([
    ['an answer', 'POST', '/my/things', { token: 'alice', body: thing }],
    ['an error', 'GET', '/nowhere', {}],
    ['a defect', 'GET', '/broken/x', {}],
    ['a preflight', 'OPTIONS', '/my/things', {}],
  ])('a REST function adds security headers to %s', async (_, method, path, options) => {
    expect((await call(method, path, options)).headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-request-id': expect.stringMatching(/^request-/),
    });
  });

  test('a REST function lets an operation say how long its answer may be cached', async () => {
    expect((await call('GET', '/open')).headers['cache-control']).toBe('public, max-age=5');
  });

  test('a REST function answers 503 in its own shape when an operation takes as long as the function may', async () => {
    const slow = operation({
      method: 'GET',
      path: '/slow',
      summary: 'never ends',
      access: 'public',
      success: { status: 200, schema: z.unknown() },
      handle: ({ request }) =>
        new Promise((_, reject) => request.signal?.addEventListener('abort', () => reject(request.signal?.reason))),
    });
    const lambda = { awsRequestId: 'a', getRemainingTimeInMillis: () => 1_010 };
    const result = await restHandler([slow])(restEvent('GET', '/slow'), lambda as never);
    expect(result).toMatchObject({ statusCode: 503, headers: { 'retry-after': '1' } });
  });
});

describe('CORS', () => {
  const origins = process.env[ENV.allowedOrigins];
  beforeEach(() => {
    process.env[ENV.allowedOrigins] = 'https://app.example.org, https://other.example.org';
  });
  afterEach(() => {
    if (origins === undefined) delete process.env[ENV.allowedOrigins];
    else process.env[ENV.allowedOrigins] = origins;
  });

  test('CORS lets a configured origin read answers and errors, and send the cookie', async () => {
    for (const path of ['/open', '/nowhere']) {
      const { headers } = await call('GET', path, { headers: { Origin: 'https://other.example.org' } });
      expect(headers).toMatchObject({
        'access-control-allow-origin': 'https://other.example.org',
        'access-control-allow-credentials': 'true',
        vary: 'origin',
      });
    }
  });

  test('CORS sends other origins no headers', async () => {
    const { headers } = await call('GET', '/open', { headers: { Origin: 'https://evil.example.org' } });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers.vary).toBe('origin');
  });

  test('CORS answers a preflight with the methods of the path, without a token', async () => {
    const answer = await call('OPTIONS', '/my/things', { headers: { Origin: 'https://app.example.org' } });
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-methods': 'OPTIONS, POST',
      'access-control-allow-headers': expect.stringContaining('authorization'),
      'access-control-max-age': '600',
    });
  });

  test('CORS never allows credentials for every origin', async () => {
    process.env[ENV.allowedOrigins] = '*';
    const { headers } = await call('GET', '/open', { headers: { Origin: 'https://any.example.org' } });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });
});
