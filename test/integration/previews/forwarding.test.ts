import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { noBubblewrap } from '../../support/bubblewrap.ts';
import { listenTo, type Visited, visit } from '../../support/visit.ts';
import { type InProgram, inProgram, type ProgramPreview } from './in-program.ts';

/* Requirements: BT6, QA3. */

/** Says what it was asked, and misbehaves at some paths. */
const CURIOUS = `
import { createServer } from 'node:http';
let go;
const gone = new Promise((resolve) => { go = resolve; });
let left;
const wasLeft = new Promise((resolve) => { left = resolve; });
const paths = {
  '/cookies': (_, response) => response.setHeader('set-cookie', ['a=1; Domain=localhost; Path=/', 'b=2', 'artel_refresh=x']).end(),
  '/headers': (_, response) => response.writeHead(200, {
    'content-security-policy': 'default-src *', 'x-robots-tag': 'all', 'cache-control': 'public, max-age=60', 'referrer-policy': 'unsafe-url',
    'strict-transport-security': 'max-age=1', 'x-artel-port': '1', 'access-control-allow-origin': 'https://evil.example', 'x-own': 'kept',
    connection: 'x-hop', 'x-hop': '1', etag: '"1"',
  }).end('{}'),
  '/stream': async (_, response) => { response.write('one '); await gone; response.end('two'); },
  '/watched': (_, response) => { response.on('close', left); response.write('here'); },
  '/left': async (_, response) => { await wasLeft; response.end('left'); },
  '/go': (_, response) => { go(); response.end(); },
  '/hang': () => {},
  '/broken': ({ socket }) => socket.destroy(),
  '/low': ({ socket }) => socket.end('HTTP/1.1 042 Low\\r\\ncontent-length: 0\\r\\n\\r\\n'),
  '/odd': ({ socket }) => socket.end('HTTP/1.1 999 Odd\\r\\ncontent-length: 0\\r\\n\\r\\n'),
  '/settings': (_, response) => response.writeHead(200, { 'http2-settings': 'AAAA' }).end('set'),
  '/half': (_, response) => { response.write('half'); setTimeout(() => response.destroy(), 50); },
  '/away': (_, response) => response.writeHead(302, { location: '/echo?from=away' }).end(),
  '/page': (_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('etag', '"page"').end('<!doctype html><head></head><p>Hello'),
};
createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const path = request.url.split('?')[0];
  if (Object.hasOwn(paths, path)) return paths[path](request, response);
  const { method, url, headers } = request;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(parts).toString('base64') }));
}).listen(process.env.PORT);
`;

type Echo = { method: string; url: string; headers: Record<string, string>; body: string };
const echoed = ({ text }: Visited): Echo => JSON.parse(text) as Echo;

/** Short for a test that waits for it, and long for a machine that is busy with others. */
const SHORT_MS = 4_000;

/** A preview of it that listens already. */
const curious = (here: InProgram): { base: string; preview: ProgramPreview } => {
  const shown = {} as { base: string; preview: ProgramPreview };
  beforeAll(async () => {
    const base = await here.newProject();
    await here.write(base, { 'server.mjs': CURIOUS });
    shown.base = base;
    shown.preview = await here.publish(base, { command: 'node server.mjs', port: 4567 });
    await vi.waitUntil(async () => (await here.preview(base, shown.preview)).state === 'running', { timeout: 20_000 });
  });
  return shown;
};

describe.skipIf(noBubblewrap)('what is asked of a program', () => {
  const here = inProgram({ [ENV.programTimeout]: String(SHORT_MS) });
  const shown = curious(here);
  const ask = (path: string, more: Parameters<typeof visit>[1] = {}) => visit(shown.preview.url, { path, ...more });

  test('arrives as it was sent: method, path, query, body, and the headers that are the browser’s to say', async () => {
    const { hostname, host } = new URL(shown.preview.url);
    const said = echoed(
      await ask('/a%20b/%E2%82%AC?q=1&q=2%262&empty=', {
        method: 'PATCH',
        body: 'binary \u0000 €',
        headers: { 'content-type': 'application/octet-stream', authorization: 'Bearer own', 'x-own': '1' },
      }),
    );
    expect(said).toMatchObject({ method: 'PATCH', url: '/a%20b/%E2%82%AC?q=1&q=2%262&empty=' });
    expect(Buffer.from(said.body, 'base64').toString()).toBe('binary \u0000 €');
    expect(said.headers).toMatchObject({ authorization: 'Bearer own', 'x-own': '1', host: '127.0.0.1:4567' });
    expect(said.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-forwarded-host': host,
      'x-forwarded-proto': 'http',
      'x-forwarded-for': expect.stringMatching(/127\.0\.0\.1|::1/),
    });
    expect(hostname).toMatch(/^[a-z2-7]{32}\.localhost$/);
  });

  test('bytes that are no text arrive unchanged', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    const said = echoed(await ask('/echo', { method: 'POST', body: bytes }));
    expect(said.body).toBe(bytes.toString('base64'));
  });

  test('has no header that is about the connection, pretends to be a proxy, or is of this service', async () => {
    const { headers } = echoed(
      await ask('/echo', {
        headers: {
          ...{
            'x-artel-port': '22',
            'x-aws-proxy-auth': 'mine',
            'x-forwarded-for': '6.6.6.6',
            x_forwarded_for: '6.6.6.6',
            forwarded: 'for=6.6.6.6',
          },
          ...{ 'x-forwarded-host': 'evil.example', via: '1.1 evil', te: 'trailers' },
          cookie: 'theme=dark; artel_refresh=secret; __Host-artel_x=1',
        },
      }),
    );
    expect(Object.keys(headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(x-artel|x-aws|x-amzn|forwarded|via|te$|x-secret-hop)/)]),
    );
    expect(JSON.stringify(headers)).not.toMatch(/6\.6\.6\.6|evil|secret/);
    expect(headers.cookie).toBe('theme=dark');
  });

  test('is refused where it is larger than 4 MB', async () => {
    const most = 4 * 1024 * 1024;
    expect((await ask('/echo', { method: 'POST', body: 'x'.repeat(most + 1) })).status).toBe(413);
    expect((await ask('/echo', { method: 'POST', body: 'x'.repeat(most) })).status).toBe(200);
  });

  test('is answered 504 where the program takes too long to begin, and 502 where it breaks off', async () => {
    const since = performance.now();
    const late = await ask('/hang');
    expect({ status: late.status, says: late.text.includes('does not answer') }).toEqual({ status: 504, says: true });
    expect(performance.now() - since).toBeGreaterThan(SHORT_MS - 100);
    expect((await ask('/broken')).status).toBe(502);
    await expect(ask('/half')).rejects.toThrow(/aborted|hang up|ECONNRESET/);
    // It goes on all the same.
    expect((await ask('/echo')).status).toBe(200);
  });

  test('is answered 502 where the program says what no answer can be, and the program goes on', async () => {
    for (const path of ['/low', '/odd'])
      expect({ path, status: (await ask(path)).status }).toEqual({ path, status: 502 });
    expect(await ask('/settings')).toMatchObject({ status: 200, text: 'set' });
    expect(await here.preview(shown.base, shown.preview)).toMatchObject({ state: 'running' });
  });

  test('is answered as the program writes, before it has ended', async () => {
    let asked = false;
    const heard = await listenTo(`${shown.preview.url}stream`, (text) => {
      if (text.startsWith('one') && !asked) {
        asked = true;
        void ask('/go');
      }
      return text.endsWith('two');
    });
    expect({ heard, asked }).toEqual({ heard: 'one two', asked: true });
  });

  test('ends for the program too once nobody reads its answer, though it writes nothing more', async () => {
    expect(await listenTo(`${shown.preview.url}watched`, (text) => text === 'here')).toBe('here');
    expect(await ask('/left')).toMatchObject({ status: 200, text: 'left' });
  });

  test('is answered with the preview’s own headers, whatever the program says', async () => {
    const { headers } = await ask('/headers');
    expect(headers).toMatchObject({
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-cache',
      'content-security-policy': 'default-src *',
      'x-own': 'kept',
      etag: '"1"',
    });
    for (const name of ['strict-transport-security', 'x-artel-port', 'x-hop']) expect(headers).not.toHaveProperty(name);
    expect((await ask('/cookies')).headers['set-cookie']).toEqual(['a=1; Path=/', 'b=2']);
    expect((await ask('/away')).headers.location).toBe('/echo?from=away');
  });

  test('has the script of previews in pages, and only in pages', async () => {
    const headers = { accept: 'text/html', 'if-none-match': '"page"' };
    const page = await ask('/page', { headers });
    expect(page.text).toBe(
      '<!doctype html><head><script src="/__artel/live.js" data-version="1"></script></head><p>Hello',
    );
    expect(page.headers).not.toHaveProperty('etag');
    expect((await ask('/page', { headers: { ...headers, 'sec-fetch-dest': 'empty' } })).text).not.toContain('__artel');
    expect(await ask('/page', { method: 'HEAD', headers })).toMatchObject({ status: 200, text: '' });
    expect((await ask('/__artel/live.js')).text).toContain('preview_updated');
    expect((await ask('/robots.txt')).text).toContain('Disallow: /');
    expect((await ask('/page', { headers: { 'service-worker': 'script' } })).status).toBe(404);
  });

  test('does not lead to another port, to what answers us in the machine, or to another host', async () => {
    expect(echoed(await ask('/-/artel/service')).url).toBe('/-/artel/service');
    expect(echoed(await ask('//evil.example/x')).url).toBe('//evil.example/x');
    const { host } = new URL(shown.preview.url);
    expect((await ask('/echo', { headers: { host: host.replace(/^./, 'a').replace(/^a./, 'aa') } })).status).toBe(404);
  });
});

describe.skipIf(noBubblewrap)('a program whose preview shares its host with others', () => {
  const here = inProgram({ [ENV.previewToken]: 'path' });
  const shown = curious(here);
  const ask = (path: string, more: Parameters<typeof visit>[1] = {}) => visit(`${shown.preview.url}${path}`, more);

  test('is an origin by itself without cookies, and knows where it is', async () => {
    const said = await ask('echo?q=1', { headers: { cookie: 'a=1' } });
    const prefix = new URL(shown.preview.url).pathname.replace(/\/$/, '');
    expect(echoed(said)).toMatchObject({ url: '/echo?q=1', headers: { 'x-forwarded-prefix': prefix } });
    expect(echoed(said).headers).not.toHaveProperty('cookie');
    const { headers } = await ask('headers');
    expect(headers['content-security-policy']).toMatch(/^sandbox (?!.*allow-same-origin)/);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect((await ask('cookies')).headers).not.toHaveProperty('set-cookie');
    expect((await ask('away')).headers.location).toBe(`${prefix}/echo?from=away`);
    expect((await ask('page', { headers: { accept: 'text/html' } })).text).toContain(`src="${prefix}/__artel/live.js"`);
    expect(echoed(await visit(shown.preview.url)).url).toBe('/');
  });

  test('is asked by its own pages, which are strangers to it', async () => {
    const headers = { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type' };
    const preflight = await ask('echo', { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'content-type',
    });
    expect(echoed(await ask('echo', { method: 'OPTIONS' })).method).toBe('OPTIONS');
  });
});
