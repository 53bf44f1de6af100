import { describe, expect, test } from 'vitest';
import { SECURITY_HEADERS } from '../../../functions/middleware/security-headers.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: WEB1. */

const here = inArtel();
const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${here.artel.cloud.url}${path}`, { redirect: 'manual', ...init });
const textAt = async (path: string) => (await ask(path)).text();

const addressesIn = (text: string): string[] =>
  [...text.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);

/** All files, beginning with those that the page names: scripts name each other, and the style what it shows. */
const allFiles = async (): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  const follow = async (address: string): Promise<void> => {
    if (found.has(address)) return;
    const answer = await ask(address);
    expect([address, answer.status]).toEqual([address, 200]);
    found.set(address, await answer.text());
    const named = [...(found.get(address) ?? '').matchAll(/["'(]\.\/([\w.-]+\.(?:js|css|svg))["')]/g)];
    for (const [, name] of named) await follow(`/console/assets/${name}`);
  };
  for (const address of addressesIn(await textAt('/console'))) await follow(address);
  return found;
};

describe('the page of the console', () => {
  test('it may load and reach nothing but this service, and has the headers of every answer', async () => {
    const { status, headers } = await ask('/console');
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      ...SECURITY_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' wss:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
      'cache-control': 'no-cache',
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
      'x-request-id': expect.any(String),
    });
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('it has a language, a title, a place for the program, a word without scripts, and nothing inline', async () => {
    const text = await textAt('/console');
    expect(text).toMatch(/^<!doctype html>\n<html lang="en">/);
    for (const part of [
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="color-scheme" content="light dark">',
      '<meta name="artel-base" content="">',
      '<title>Artel</title>',
      '<div id="app"></div>',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/<noscript>[^<]+<\/noscript>/);
    expect(text).not.toMatch(/<script[^>]*>[^<]|<style|\sstyle=|\son[a-z]+=/);
  });

  test('it is not sent again to a browser that has it', async () => {
    const etag = (await ask('/console')).headers.get('etag') ?? '';
    const again = await ask('/console', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text(), again.headers.get('cache-control')]).toEqual([304, '', 'no-cache']);
    expect((await ask('/console', { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
  });

  test.each([
    '/console/',
    '/console/chat',
    '/console/chat/ses_1',
    '/console/files/src%2Fmain%20page.ts',
    '/console/agents/coder?project=prj_1&view=versions',
    '/console/cost?project=prj_1&view=days',
  ])('the address %s of a screen answers it too', async (path) => {
    const answer = await ask(path);
    expect([answer.status, await answer.text()]).toEqual([200, await textAt('/console')]);
  });

  test('the root leads to it', async () => {
    const { status, headers } = await ask('/');
    expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([302, '/console', 'no-store']);
  });

  test.each(['/', '/console', '/console/chat/ses_1'])(
    'HEAD %s answers the same without a body, and POST 405',
    async (path) => {
      const [got, head] = await Promise.all([ask(path), ask(path, { method: 'HEAD' })]);
      expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([
        got.status,
        '',
        got.headers.get('etag'),
      ]);
      const posted = await ask(path, { method: 'POST' });
      expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    },
  );

  test('the description of the API leaves it out', async () => {
    const { paths } = JSON.parse(await textAt('/openapi.json')) as { paths: Record<string, unknown> };
    expect(Object.keys(paths).filter((path) => path === '/' || path.startsWith('/console'))).toEqual([]);
  });
});

describe('the files of the console', () => {
  test('files are kept for a year, and sent as the browser takes them', async () => {
    for (const address of addressesIn(await textAt('/console'))) {
      const plain = await ask(address, { headers: { 'accept-encoding': 'identity' } });
      expect(plain.headers.get('content-encoding')).toBeNull();
      const text = await plain.text();
      for (const coding of ['br', 'gzip']) {
        const coded = await ask(address, { headers: { 'accept-encoding': coding } });
        expect(Object.fromEntries(coded.headers)).toMatchObject({
          'content-encoding': coding,
          'cache-control': 'public, max-age=31536000, immutable',
          'x-content-type-options': 'nosniff',
          vary: 'accept-encoding, origin',
        });
        expect(await coded.text()).toBe(text);
      }
    }
  });

  test('files have the types that browsers run, show and read them by', async () => {
    const text = await textAt('/console');
    const typeOf = async (pattern: RegExp) => (await ask(pattern.exec(text)?.[1] ?? '')).headers.get('content-type');
    expect(await typeOf(/<script type="module" src="([^"]+)"/)).toBe('text/javascript; charset=utf-8');
    expect(await typeOf(/rel="modulepreload" href="([^"]+)"/)).toBe('text/javascript; charset=utf-8');
    expect(await typeOf(/rel="stylesheet" href="([^"]+)"/)).toBe('text/css; charset=utf-8');
    expect(await typeOf(/rel="icon" type="image\/svg\+xml" href="([^"]+)"/)).toBe('image/svg+xml; charset=utf-8');
    expect(await typeOf(/rel="license" href="([^"]+)"/)).toBe('text/plain; charset=utf-8');
  });

  test('a file is not sent again to a browser that has it, and HEAD sends none', async () => {
    const [address = ''] = addressesIn(await textAt('/console'));
    const head = await ask(address, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const again = await ask(address, { headers: { 'if-none-match': head.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test.each(['none.js', 'manifest.json', 'index.mjs', '..%2Findex.mjs', '__proto__', 'icon.svg.gz'])(
    'what is no file of it answers 404 as JSON: %s',
    async (name) => {
      const answer = await ask(`/console/assets/${name}`);
      expect([answer.status, await answer.json()]).toMatchObject([404, { error_code: 'not_found' }]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    },
  );

  test('whatever the page and its files name exists, and none of it is anywhere else', async () => {
    const files = await allFiles();
    expect([...files.keys()].some((address) => address.endsWith('.js'))).toBe(true);
    expect(await textAt('/console')).not.toMatch(/(?:https?:)?\/\/[a-z]/i);
    for (const [address, text] of files) {
      if (address.endsWith('.css')) expect(text).not.toMatch(/@import|url\(\s*["']?(?:https?:)?\/\//i);
      if (address.endsWith('.js')) expect(text).not.toMatch(/(?:\bfrom|\bimport\(?)\s*["'](?:https?:)?\/\//);
    }
  });
});

describeInBrowser('the console in a browser', (browser) => {
  test('it runs under its policy, and asks nobody else for anything', async () => {
    const page = await browser.page();
    const problems: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${here.artel.cloud.url}/`);
    await page.waitForSelector('#app > *');
    expect(page.url()).toBe(`${here.artel.cloud.url}/console`);
    expect(problems).toEqual([]);
    expect(asked.filter((address) => !address.startsWith(`${here.artel.cloud.url}/`))).toEqual([]);
  });
});
