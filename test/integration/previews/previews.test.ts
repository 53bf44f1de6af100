import { describe, expect, test } from 'vitest';
import { visit } from '../../support/visit.ts';
import { below, inSite, PAGE, PICTURE } from './in-site.ts';

/* Requirements: BT6. */

const here = inSite();

describe('a preview of a version', () => {
  test('shows the files of its folder at an origin of its own, by a token that nobody can guess', async () => {
    const preview = await here.publish({ version: 1, folder: 'site' });
    const { hostname, port } = new URL(preview.url);
    expect(hostname).toMatch(/^[a-z2-7]{32}\.localhost$/);
    expect(port).not.toBe(new URL(here.artel.cloud.url).port);
    expect(preview).toMatchObject({ version: 1, state: 'ready' });
    const page = await visit(preview.url);
    expect(page.status).toBe(200);
    expect(page.text.replace(/<script.*?<\/script>/, '')).toBe(PAGE);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(page.headers).not.toHaveProperty('set-cookie');
    const script = await visit(below(preview, 'app.js'));
    expect(script).toMatchObject({ status: 200, text: 'console.log(1);\n' });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await visit(below(preview, 'docs/'))).text).toContain('Docs');
    expect((await visit(below(preview, 'robots.txt'))).text).toContain('Disallow: /');
  });

  test('stays as it is when the files change', async () => {
    const preview = await here.publish({ version: 1, folder: 'site' });
    await here.write([{ path: 'site/app.js', content: 'console.log(2);\n' }]);
    expect((await visit(below(preview, 'app.js'))).text).toBe('console.log(1);\n');
    expect((await visit(preview.url)).text).not.toContain('data-version');
  });

  test('answers parts of a file, and nothing to a browser that has it', async () => {
    const preview = await here.publish({ folder: 'site' });
    const whole = await visit(below(preview, 'picture.png'));
    expect(whole.bytes.equals(PICTURE)).toBe(true);
    expect(whole.headers['content-type']).toBe('image/png');
    const etag = String(whole.headers.etag);
    const again = await visit(below(preview, 'picture.png'), { headers: { 'if-none-match': `W/${etag}, "other"` } });
    expect(again).toMatchObject({ status: 304, text: '' });
    const part = async (range: string, more: object = {}) =>
      visit(below(preview, 'picture.png'), { headers: { range, ...more } });
    const some = await part('bytes=10-19');
    expect(some.status).toBe(206);
    expect(some.headers['content-range']).toBe('bytes 10-19/300');
    expect(some.bytes.equals(PICTURE.subarray(10, 20))).toBe(true);
    expect((await part('bytes=-5')).bytes.equals(PICTURE.subarray(295))).toBe(true);
    expect(await part('bytes=300-')).toMatchObject({ status: 416 });
    expect(await part('bytes=10-19', { 'if-range': '"older"' })).toMatchObject({ status: 200 });
    expect(await visit(below(preview, 'app.js'), { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  });

  test('answers pages that are not there with its start page, where that was asked for', async () => {
    const routed = await here.publish({ folder: 'site', fallback: true });
    const plain = await here.publish({ folder: 'site' });
    const headers = { accept: 'text/html,*/*' };
    expect((await visit(below(routed, 'orders/7'), { headers })).text).toContain('<title>One');
    expect((await visit(below(routed, 'missing.js'), { headers })).status).toBe(404);
    expect((await visit(below(plain, 'orders/7'), { headers })).status).toBe(404);
  });

  test('of a program is refused behind the wall "light", which says what to do', async () => {
    const body = { program: { command: 'node server.js' } };
    const { status, body: said } = await here.alice.call<{ detail: string }>('POST', `${here.base}/previews`, body);
    expect(status).toBe(409);
    expect(said.detail).toMatch(/"light".*"process".*"machine"/);
  });
});
