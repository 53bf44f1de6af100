import { describe, expect, test } from 'vitest';
import { visit } from '../../support/visit.ts';
import { below, inSite, PAGE, type Preview } from './in-site.ts';

/* Requirements: BT6, OPS3, QA3. */

const here = inSite();

describe('what is not shown', () => {
  test('what is wrong with a request, or its preview, does not show: all get the same 404', async () => {
    const preview = await here.publish({ folder: 'site' });
    const ended = await here.publish({ folder: 'site' });
    await here.alice.call('DELETE', `${here.base}/previews/${ended.id}`);
    const nothing = await visit(below(preview, 'missing.html'));
    const { hostname, host } = new URL(preview.url);
    const [token = ''] = hostname.split('.');
    const api = new URL(here.artel.cloud.url).host;
    const at = (path: string, headers: Record<string, string> = {}) => visit(preview.url, { path, headers });
    const attempts = [
      at('/../secret.txt'),
      at('/%2e%2e/secret.txt'),
      at('/..%2fsecret.txt'),
      at('/docs%2findex.html'),
      at('/docs%5cindex.html'),
      at('/%00'),
      at('/app.js%00.html'),
      at('/site/index.html'),
      at('/__artel/unknown'),
      at('/.env'),
      at('/%2eenv'),
      at('/docs/.env'),
      at('/', { host: host.replace(token, 'a'.repeat(32)) }),
      at('/', { host: `evil.${host}` }),
      at('/', { host: host.replace('localhost', 'localhost.example.com') }),
      at('/', { host: 'localhost', 'x-forwarded-host': host }),
      at('/', { host: api }),
      at(`/${token}/`, { host: 'localhost' }),
      at('/app.js', { 'service-worker': 'script' }),
      visit(ended.url),
      visit(preview.url, { method: 'DELETE' }),
      visit(preview.url, { method: 'POST', body: '{}' }),
    ];
    for (const one of await Promise.all(attempts)) {
      expect({ status: one.status, text: one.text }).toEqual({ status: 404, text: nothing.text });
      expect(one.headers['x-robots-tag']).toBe('noindex, nofollow');
    }
  });

  test('a preview is over at its time, before anybody removes it, and can be extended until then', async () => {
    const preview = await here.publish({ folder: 'site', ttl_seconds: 60 });
    const longer = await here.alice.call<Preview>('PATCH', `${here.base}/previews/${preview.id}`, {
      ttl_seconds: 3_600,
    });
    expect(Date.parse(longer.body.expires_at)).toBeGreaterThan(Date.parse(preview.expires_at));
    const [item] = await here.itemsOf(preview);
    await here.operator.put({ ...item!, ends_at: Date.now() - 1, due_at: Date.now() - 1 });
    expect((await visit(preview.url)).status).toBe(404);
    expect((await here.alice.call('GET', `${here.base}/previews/${preview.id}`)).status).toBe(404);
    expect((await here.alice.call('PATCH', `${here.base}/previews/${preview.id}`, { ttl_seconds: 60 })).status).toBe(
      404,
    );
    await here.artel.cloud.sweep();
    expect(await here.itemsOf(preview)).toEqual([]);
    expect(await here.operator.partition(`PREVIEW#${item!.hash}`)).toEqual([]);
    expect(await here.operator.partition(here.capturedPartition())).not.toContainEqual(
      expect.objectContaining({ sk: `ERRORS#${preview.id}` }),
    );
  });

  test('the token is stored as a digest, and told once', async () => {
    const preview = await here.publish({ folder: 'site' });
    const [token = ''] = new URL(preview.url).hostname.split('.');
    const [item] = await here.itemsOf(preview);
    const stored = [item, ...(await here.operator.partition(`PREVIEW#${item!.hash}`))];
    expect(stored).toHaveLength(2);
    expect(JSON.stringify(stored)).not.toContain(token);
    const read = await here.alice.call('GET', `${here.base}/previews/${preview.id}`);
    expect(JSON.stringify(read.body)).not.toContain(token);
    expect(here.artel.cloud.log.join('\n')).not.toContain(token);
  });

  test('a project has at most 20 previews, and one that goes takes all of them with it', async () => {
    const project = await here.newProject();
    await here.write([{ path: 'index.html', content: PAGE }], project);
    const made = [];
    for (let count = 0; count < 20; count += 1) made.push(await here.publish({}, project));
    expect((await here.alice.call('POST', `${project}/previews`, {})).status).toBe(409);
    expect((await visit(made[0]!.url)).status).toBe(200);
    await here.alice.call('DELETE', project);
    expect((await visit(made[0]!.url)).status).toBe(404);
    await here.artel.cloud.sweep();
    const id = project.split('/').at(-1);
    expect(await here.operator.partition(`USER#${here.alice.id}#PRJ#${id}`)).toEqual([]);
    expect(await here.operator.partition(`CAPTURED#${here.alice.id}#PRJ#${id}`)).toEqual([]);
  });

  test('an account that is locked shows nothing until it is unlocked, and one that was left nothing any more', async () => {
    const preview = await here.publish({ folder: 'site' });
    const [account] = await here.operator.partition(`ACCOUNT#${here.alice.id}`);
    for (const [change, status] of [
      [{ locked: true }, 404],
      [{}, 200],
      [{ removed_at: Date.now() }, 404],
      [{}, 200],
    ] as const) {
      await here.operator.put({ ...account!, ...change });
      expect((await visit(preview.url)).status).toBe(status);
    }
  });

  test('a version that is not there is not published', async () => {
    expect((await here.alice.call('POST', `${here.base}/previews`, { version: 999 })).status).toBe(404);
    expect((await here.alice.call('POST', `${here.base}/previews`, { folder: '../x' })).status).toBe(422);
    expect((await here.alice.call('POST', `${here.base}/previews`, { ttl_seconds: 59 })).status).toBe(422);
  });
});
