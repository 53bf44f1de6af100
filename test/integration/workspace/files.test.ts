import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: BT2, AG5. */

const here = inArtel();
let base: string;

type Committed = { version: number; is_new: boolean; merged: string[]; files: number };
type Listed = { version: number; items: { path: string; bytes: number }[]; next_cursor: string | null };
type Problem = { detail: string; errors?: { path: string; message: string }[] };

beforeAll(async () => {
  const { body } = await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'site' });
  base = `/my/projects/${body.id}`;
});

const edit = (changes: object[], more: object = {}, who: Person = here.alice) =>
  who.call<Committed>('POST', `${base}/files`, { changes, ...more });
const list = async (query = ''): Promise<Listed> =>
  (await here.alice.call<Listed>('GET', `${base}/files${query}`)).body;
const read = (path: string, query = '', headers: Record<string, string> = {}) =>
  here.alice.call<string>('GET', `${base}/files/${encodeURIComponent(path)}${query}`, undefined, headers);

describe('the files of a project', () => {
  test('several changes are one version, which can be read as it was for good', async () => {
    const first = await edit([
      { path: 'src/index.html', content: '<h1>One</h1>\n' },
      { path: 'logo.png', content: Buffer.from([0, 1, 2, 255]).toString('base64'), encoding: 'base64' },
    ]);
    expect(first).toMatchObject({ status: 200, body: { version: 1, is_new: true, files: 2 } });
    const second = await edit([
      { path: 'src/index.html', move_to: 'index.html' },
      { path: 'logo.png', remove: true },
    ]);
    expect(second.body).toMatchObject({ version: 2, files: 1 });
    expect((await list()).items.map(({ path }) => path)).toEqual(['index.html']);
    expect((await list('?version=1')).items.map(({ path }) => path)).toEqual(['logo.png', 'src/index.html']);
    expect(await read('src/index.html', '?version=1')).toMatchObject({ status: 200, body: '<h1>One</h1>\n' });
    expect((await read('src/index.html')).status).toBe(404);
  });

  test('the same content again makes no version', async () => {
    expect((await edit([{ path: 'index.html', content: '<h1>One</h1>\n' }])).body).toMatchObject({
      version: 2,
      is_new: false,
    });
  });

  test('a part of a file is read by its range, and never runs as a page', async () => {
    const part = await read('index.html', '', { range: 'bytes=4-6' });
    expect(part).toMatchObject({ status: 206, body: 'One' });
    expect(part.headers.get('content-range')).toBe('bytes 4-6/13');
    expect(part.headers.get('content-type')).toBe('application/octet-stream');
    expect(part.headers.get('content-security-policy')).toContain('sandbox');
    expect((await read('index.html', '', { range: 'bytes=13-' })).status).toBe(422);
  });

  test('a change of lines that somebody else changed is refused with both sides, and nothing is written', async () => {
    const { version } = (await edit([{ path: 'page.txt', content: 'one\ntwo\nthree\n' }])).body;
    await edit([{ path: 'page.txt', content: 'one\ntwo\nTHREE\n' }]);
    const merged = await edit([{ path: 'page.txt', content: 'ONE\ntwo\nthree\n' }], { base: version });
    expect(merged.body).toMatchObject({ merged: ['page.txt'] });
    expect((await read('page.txt')).body).toBe('ONE\ntwo\nTHREE\n');
    const before = (await list()).version;
    const lost = await edit(
      [
        { path: 'page.txt', content: 'one\ntwo\ndrei\n' },
        { path: 'other.txt', content: 'goes with it' },
      ],
      { base: version },
    );
    const { errors = [] } = lost.body as unknown as Problem;
    expect(lost.status).toBe(409);
    expect(errors[0]?.path).toBe('page.txt');
    expect(errors[0]?.message).toMatch(/THREE[\s\S]*drei/);
    expect((await list()).version).toBe(before);
    expect((await read('other.txt')).status).toBe(404);
  });

  test('a path that no file system could take is refused with what it may have', async () => {
    const before = (await list()).version;
    const refused = async (path: string): Promise<string> => {
      const { status, body } = await edit([{ path, content: 'x' }]);
      expect(status).toBe(422);
      return (body as unknown as Problem).detail;
    };
    expect(await refused(`notes/${'é'.repeat(128)}`)).toMatch(
      /^The name "é+…?" is too long: between slashes it may have 255/,
    );
    expect(await refused(`${'é'.repeat(100)}/`.repeat(3))).toMatch(
      /^The path "é+…?" is too long: it may have 512 bytes/,
    );
    expect(await refused('a//b')).toMatch(/^Not a valid file path: "a\/\/b"/);
    expect((await list()).version).toBe(before);
    const taken = await edit([{ path: 'y'.repeat(255), content: 'x' }]);
    expect(taken.status).toBe(200);
    expect((await edit([{ path: 'y'.repeat(255), move_to: 'y'.repeat(256) }])).status).toBe(422);
    await edit([{ path: 'y'.repeat(255), remove: true }]);
  });

  test.each([
    [{ path: '../up.txt', content: '' }],
    [{ path: '/etc/passwd', content: '' }],
    [{ path: 'a//b', content: '' }],
    [{ path: 'INDEX.html', content: 'differs in capitals only' }],
    [{ path: 'index.html/inside', content: 'a file is no folder' }],
    [{ path: 'broken', content: '%%%', encoding: 'base64' }],
    [{ path: 'index.html', move_to: 'page.txt' }],
    [{ path: 'a.txt', content: 'x', remove: true }],
  ])('%j is refused and changes nothing', async (change) => {
    const before = await list();
    const { status, body } = await edit([{ path: 'fine.txt', content: 'fine' }, change]);
    expect(status).toBe(422);
    expect((body as unknown as Problem).detail).not.toBe('');
    expect(await list()).toEqual(before);
  });

  test('a long list goes on page after page, and a cursor of another list is refused', async () => {
    const page = await list('?limit=1');
    expect(page.items.map(({ path }) => path)).toEqual(['index.html']);
    const rest = await list(`?limit=1&cursor=${page.next_cursor}`);
    expect(rest.items.map(({ path }) => path)).toEqual(['page.txt']);
    expect((await here.alice.call('GET', `${base}/files?cursor=AAAA`)).status).toBe(422);
  });
});

describe('the versions of a project', () => {
  const versions = async () =>
    (await here.alice.call<{ items: Record<string, unknown>[] }>('GET', `${base}/versions`)).body.items;

  test('each says who made it, why, and what it changed', async () => {
    await edit([{ path: 'index.html', content: '<h1>Two</h1>\n' }], { reason: 'A better heading' });
    expect((await versions())[0]).toMatchObject({
      author: { kind: 'person' },
      reason: 'A better heading',
      changes: { added: 0, changed: 1, removed: 0 },
      files: 2,
    });
  });

  test('what a version changed is shown line by line', async () => {
    const { version } = (await versions())[0] as { version: number };
    type Diff = { items: { path: string; change: string; hunks: { lines: string[] }[] | null }[] };
    const { body } = await here.alice.call<Diff>('GET', `${base}/versions/${version}/diff`);
    expect(body.items).toMatchObject([
      { path: 'index.html', change: 'changed', hunks: [{ lines: ['-<h1>One</h1>', '+<h1>Two</h1>'] }] },
    ]);
    const whole = await here.alice.call<Diff>('GET', `${base}/versions/${version}/diff?from=1`);
    expect(whole.body.items.map(({ path, change }) => `${change} ${path}`)).toEqual([
      'added index.html',
      'removed logo.png',
      'added page.txt',
      'removed src/index.html',
    ]);
    expect(whole.body.items[1]?.hunks).toBeNull();
  });

  test('any version comes back exactly, as a new one, and those between stay', async () => {
    const before = (await list()).version;
    const back = await here.alice.call<Committed>('POST', `${base}/versions/1/restore`);
    expect(back.body).toMatchObject({ version: before + 1, is_new: true, files: 2 });
    expect((await read('src/index.html')).body).toBe('<h1>One</h1>\n');
    expect((await versions())[0]).toMatchObject({ restored: 1, reason: 'Back to version 1' });
    await here.alice.call('POST', `${base}/versions/${before}/restore`);
    expect((await read('index.html')).body).toBe('<h1>Two</h1>\n');
    expect((await here.alice.call('POST', `${base}/versions/9999/restore`)).status).toBe(404);
  });

  test('a tag is given and taken away', async () => {
    const tag = (name: string | null) => here.alice.call('PUT', `${base}/versions/1/tag`, { tag: name });
    expect((await tag('v1.0')).body).toMatchObject({ version: 1, tag: 'v1.0' });
    expect((await here.alice.call('GET', `${base}/versions/1`)).body).toMatchObject({ tag: 'v1.0' });
    expect((await tag(null)).body).toMatchObject({ tag: null });
    expect((await tag('no blanks')).status).toBe(422);
  });

  test('a tag names one version: another one cannot have it until it is taken away', async () => {
    const tag = (version: number, name: string | null) =>
      here.alice.call<{ detail: string }>('PUT', `${base}/versions/${version}/tag`, { tag: name });
    expect((await tag(1, 'v2.0')).status).toBe(200);
    expect((await tag(1, 'v2.0')).status).toBe(200);
    const taken = await tag(2, 'v2.0');
    expect(taken.status).toBe(409);
    expect(taken.body.detail).toBe('Version 1 has the tag v2.0 already. Take it away from that one first.');
    expect((await tag(1, null)).status).toBe(200);
    expect((await tag(2, 'v2.0')).body).toMatchObject({ version: 2, tag: 'v2.0' });
    expect((await tag(2, null)).status).toBe(200);
  });

  test('nobody else has them', async () => {
    const bob = await here.artel.register('bob');
    for (const path of ['files', 'files/index.html', 'versions', 'versions/1'])
      expect((await bob.call('GET', `${base}/${path}`)).status).toBe(404);
    expect((await edit([{ path: 'bob.txt', content: 'x' }], {}, bob)).status).toBe(404);
    expect((await bob.call('POST', `${base}/versions/1/restore`)).status).toBe(404);
  });
});
