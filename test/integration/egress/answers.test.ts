import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  EgressDenied,
  EgressTimedOut,
  EgressTooLarge,
  EgressUnreachable,
  hostList,
  redirectOf,
} from '../../../shared/egress/index.ts';
import { nextHop } from '../../../shared/egress/redirect.ts';
import { fetchAllowing, type OutsideServer, startOutsideServer } from './server.ts';

const MEGABYTE = 1024 * 1024;
let server: OutsideServer;
let other: OutsideServer;
let guarded: ReturnType<typeof fetchAllowing>;
const at = (path: string) => `http://one.example:${server.port}${path}`;

beforeAll(async () => {
  other = await startOutsideServer((_request, response) => response.end('other'));
  server = await startOutsideServer((request, response, port) => {
    const packed = {
      '/gzip': gzipSync('packed'),
      '/brotli': brotliCompressSync('packed'),
      '/bomb': gzipSync(Buffer.alloc(50 * MEGABYTE)),
    };
    const path = request.url ?? '';
    const body = packed[path as keyof typeof packed];
    if (body) response.writeHead(200, { 'content-encoding': path === '/brotli' ? 'br' : 'gzip' }).end(body);
    else if (path === '/unknown-packing') response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end('x');
    else if (path === '/endless') {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    } else if (path === '/silent') response.writeHead(200).write('a');
    else if (path === '/mute') return;
    else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (path === '/here') response.writeHead(307, { location: '/echo' }).end();
    else if (path.startsWith('/away/')) {
      response.writeHead(Number(path.slice(6)), { location: `http://two.example:${other.port}/` }).end();
    } else if (path === '/see-other') response.writeHead(303, { location: '/echo' }).end();
    else if (path === '/other-port') response.writeHead(302, { location: `http://one.example:${port + 1}/` }).end();
    else if (path === '/nothing') response.writeHead(204).end();
    else response.writeHead(200, { 'set-cookie': ['a=1', 'b=2'] }).end('plain');
  });
  guarded = fetchAllowing(`one.example:${server.port}, two.example`, {
    'one.example': ['127.0.0.1'],
    'two.example': ['127.0.0.1'],
  });
});
afterAll(async () => {
  await server.stop();
  await other.stop();
});

describe('answers from outside', () => {
  test.each(['/gzip', '/brotli'])('a body packed with %s is unpacked', async (path) => {
    const answer = await guarded(at(path));
    expect(await answer.text()).toBe('packed');
    expect(answer.headers.has('content-encoding')).toBe(false);
  });

  test('status, headers and address are those of the answer', async () => {
    const answer = await guarded(at('/here'));
    expect({ status: answer.status, url: answer.url, cookies: answer.headers.getSetCookie() }).toEqual({
      status: 200,
      url: at('/echo'),
      cookies: ['a=1', 'b=2'],
    });
    expect((await guarded(at('/nothing'))).status).toBe(204);
  });

  test('a packed body that unfolds past the limit is cut off', async () => {
    const answer = await guarded(at('/bomb'), {}, { maxBytes: MEGABYTE });
    await expect(answer.bytes()).rejects.toThrow(EgressTooLarge);
  });

  test('an endless body is cut off', async () => {
    const answer = await guarded(at('/endless'), {}, { maxBytes: MEGABYTE });
    await expect(answer.bytes()).rejects.toThrow(EgressTooLarge);
  });

  test('a body packed twice is refused', async () => {
    const answer = await guarded(at('/unknown-packing'));
    await expect(answer.text()).rejects.toThrow(EgressDenied);
  });

  test.each(['/mute', '/silent'])('%s: a server that falls silent is given up in time', async (path) => {
    const work = guarded(at(path), {}, { timeoutMs: 100 }).then((answer) => answer.text());
    await expect(work).rejects.toThrow(EgressTimedOut);
  });

  test('an abort of the caller ends the request with the caller’s reason', async () => {
    const reason = new Error('the lease is gone');
    const controller = new AbortController();
    const answer = await guarded(at('/silent'), { signal: controller.signal });
    const text = answer.text();
    controller.abort(reason);
    await expect(text).rejects.toBe(reason);
    await expect(guarded(at('/echo'), { signal: controller.signal })).rejects.toBe(reason);
  });

  test('a port without a listener is unreachable, which is a temporary failure', async () => {
    const gone = await startOutsideServer((_request, response) => response.end());
    await gone.stop();
    const error = await guarded(`http://two.example:${gone.port}/`).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(EgressUnreachable);
    expect(error).toMatchObject({ temporary: true, sent: false, message: expect.stringContaining('ECONNREFUSED') });
  });
});

describe('redirects', () => {
  const secret = { authorization: 'Bearer secret', 'x-api-key': 'secret', cookie: 'a=b', accept: 'text/plain' };

  test('redirects on the same origin keep method, body and headers', async () => {
    await (await guarded(at('/here'), { method: 'POST', body: 'hello', headers: secret })).text();
    expect(server.seen.at(-1)).toMatchObject({ method: 'POST', url: '/echo', body: 'hello', headers: secret });
  });

  test.each([
    ['a GET', 302, {}],
    ['a POST', 302, { method: 'POST', body: 'hello' }],
    ['a POST with its body', 307, { method: 'POST', body: 'hello' }],
    ['a PUT with its body', 308, { method: 'PUT', body: 'hello' }],
    ['a DELETE', 301, { method: 'DELETE' }],
  ])(
    'R3: %s that is redirected to another origin by %d goes no further: the answer names the place',
    async (_what, status, init) => {
      const answer = await guarded(at(`/away/${status}`), { ...init, headers: secret });
      expect([answer.status, redirectOf(answer)]).toEqual([status, `http://two.example:${other.port}/`]);
      expect(other.seen).toEqual([]);
    },
  );

  test('R3: another port, and the same host without encryption, are other origins', () => {
    const hop = { url: new URL('https://one.example/'), method: 'GET', headers: new Headers(), body: undefined };
    const policy = { allowed: hostList('one.example'), own: hostList() };
    const onwards = (location: string) => {
      const answer = new Response(null, { status: 302, headers: { location } });
      return nextHop(hop, answer, { redirect: 'follow', policy, isLast: false })?.url.href;
    };
    expect(onwards('https://one.example:8443/')).toBeUndefined();
    expect(onwards('http://one.example/')).toBeUndefined();
    expect(onwards('https://one.example:443/more')).toBe('https://one.example/more');
  });

  test('redirects by 303 become a GET without a body', async () => {
    await (
      await guarded(at('/see-other'), { method: 'POST', body: 'hello', headers: { 'content-type': 'text/plain' } })
    ).text();
    const { method, body, headers } = server.seen.at(-1)!;
    expect({ method, body, type: headers['content-type'] }).toEqual({ method: 'GET', body: '', type: undefined });
  });

  test('redirects in a circle end after five', async () => {
    const before = server.seen.length;
    await expect(guarded(at('/loop'))).rejects.toThrow('The server redirects too often.');
    expect(server.seen.length - before).toBe(6);
  });

  test('redirects to a port that is not allowed are refused', async () => {
    await expect(guarded(at('/other-port'))).rejects.toThrow(EgressDenied);
  });

  test('redirects are returned, or refused, when the caller says so', async () => {
    expect((await guarded(at('/loop'), { redirect: 'manual' })).status).toBe(302);
    await expect(guarded(at('/loop'), { redirect: 'error' })).rejects.toThrow(EgressDenied);
  });
});
