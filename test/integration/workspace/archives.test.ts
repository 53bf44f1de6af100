import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: BT2. */

const here = inArtel();

type Committed = { version: number; is_new: boolean; files: number };
type Listed = { version: number; items: { path: string; bytes: number; executable: boolean }[] };
type Problem = { detail: string; errors: { path: string; message: string }[] };
type Upload = { id: string; url: string; headers: Record<string, string> };

const project = async (name: string): Promise<string> => {
  const { body } = await here.alice.call<{ id: string }>('POST', '/my/projects', { name });
  return `/my/projects/${body.id}`;
};
const list = async (base: string): Promise<Listed> => (await here.alice.call<Listed>('GET', `${base}/files`)).body;
const take = (base: string, archive: object) => here.alice.call<Committed>('POST', `${base}/archive`, archive);
const give = async (base: string, query: string): Promise<{ headers: Headers; bytes: Buffer }> => {
  const { url, token } = here.alice;
  const answer = await fetch(`${url}${base}/archive${query}`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};

const binary = Buffer.from(Array.from({ length: 3_000 }, (_, at) => (at * 7) % 256));
let site: string;

beforeAll(async () => {
  site = await project('site');
  const changes = [
    { path: 'src/é.html', content: '<h1>One</h1>\n'.repeat(200) },
    { path: 'logo.png', content: binary.toString('base64'), encoding: 'base64' },
    { path: 'run.sh', content: '#!/bin/sh\n', executable: true },
  ];
  await here.alice.call('POST', `${site}/files`, { changes });
});

describe('archives of the files', () => {
  test.each([
    ['tar.gz', 'application/gzip'],
    ['zip', 'application/zip'],
    ['bundle', 'application/x-git-bundle'],
  ])('the files go out in a %s and come in again as they were', async (format, type) => {
    const { headers, bytes } = await give(site, `?format=${format}`);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="files-1.${format}"`);
    expect((await give(site, `?format=${format}`)).bytes).toEqual(bytes);
    const copy = await project(`copy in ${format}`);
    const taken = await take(copy, { content: bytes.toString('base64') });
    expect(taken).toMatchObject({ status: 200, body: { version: 1, files: 3 } });
    const { items } = await list(copy);
    const shape = ({ path, bytes, executable }: Listed['items'][number]) => ({ path, bytes, executable });
    expect(items.map(shape)).toEqual((await list(site)).items.map(shape));
    expect((await give(copy, '?format=bundle')).bytes.length).toBeGreaterThan(100);
    const { alice } = here;
    const logo = await fetch(`${alice.url}${copy}/files/logo.png`, {
      headers: { authorization: `Bearer ${alice.token}` },
    });
    expect(Buffer.from(await logo.arrayBuffer())).toEqual(binary);
    // Once more, and nothing has changed.
    expect((await take(copy, { content: bytes.toString('base64') })).body).toMatchObject({ version: 1, is_new: false });
  });

  test('an import adds to what is there, or replaces it; an earlier version goes out too', async () => {
    const base = await project('modes');
    await here.alice.call('PUT', `${base}/files/mine.txt`, { content: 'mine' });
    const content = (await give(site, '?format=zip')).bytes.toString('base64');
    await take(base, { content });
    expect((await list(base)).items.map(({ path }) => path)).toEqual(['logo.png', 'mine.txt', 'run.sh', 'src/é.html']);
    const replaced = await take(base, { content, mode: 'replace', reason: 'Begin anew' });
    expect(replaced.body).toMatchObject({ version: 3, files: 3 });
    const first = await give(base, '?format=tar.gz&version=1');
    expect(first.headers.get('x-artel-version')).toBe('1');
    expect((await take(base, { content: first.bytes.toString('base64'), mode: 'replace' })).body).toMatchObject({
      files: 1,
    });
    expect((await here.alice.call('GET', `${base}/archive?version=99`)).status).toBe(404);
  });

  test('an archive with an entry that cannot be a file is refused by its name, and nothing of it is written', async () => {
    const base = await project('refused');
    await here.alice.call('PUT', `${base}/files/README`, { content: 'here first' });
    const before = await list(base);
    const zip = (await give(base, '?format=zip')).bytes;
    // The same name in both places, of the same length.
    const evil = Buffer.from(zip.toString('latin1').replaceAll('README', '../etc'), 'latin1');
    const refused = await take(base, { content: evil.toString('base64') });
    expect(refused.status).toBe(422);
    expect((refused.body as unknown as Problem).errors).toMatchObject([{ path: '../etc' }]);
    const capitals = Buffer.from(zip.toString('latin1').replaceAll('README', 'readme'), 'latin1').toString('base64');
    const clash = await take(base, { content: capitals });
    expect(clash.status).toBe(422);
    expect((clash.body as unknown as Problem).detail).toMatch(/readme and README differ only in capital letters/);
    expect((await take(base, { content: '%%%' })).status).toBe(422);
    expect((await take(base, {})).status).toBe(422);
    expect(await list(base)).toEqual(before);
    expect((await take(base, { content: capitals, mode: 'replace' })).body).toMatchObject({ version: 2, files: 1 });
  });

  test('a bundle with a file where git keeps its own is refused by its name; other archives have it', async () => {
    const base = await project('git');
    await here.alice.call('PUT', `${base}/files/${encodeURIComponent('vendor/.Git/config')}`, { content: '' });
    const refused = await here.alice.call<Problem>('GET', `${base}/archive?format=bundle`);
    expect(refused.status).toBe(422);
    expect(refused.body.detail).toMatch(/^Git cannot have vendor\/\.Git\/config: .* take a tar\.gz or zip archive\.$/);
    expect((await here.alice.call('GET', `${base}/archive?format=zip`)).status).toBe(200);
  });

  test('a file is written and removed by its path', async () => {
    const base = await project('paths');
    const at = `${base}/files/${encodeURIComponent('notes/today.md')}`;
    expect((await here.alice.call('PUT', at, { content: 'one\n' })).body).toMatchObject({ version: 1, is_new: true });
    expect((await here.alice.call('PUT', at, { content: 'two\n' })).body).toMatchObject({ version: 2 });
    expect((await here.alice.call('PUT', at, { content: 'three\n', base: 1 })).status).toBe(409);
    expect((await here.alice.call('DELETE', `${at}?base=1`)).status).toBe(409);
    expect((await here.alice.call('DELETE', at)).body).toMatchObject({ version: 3, files: 0 });
    expect((await here.alice.call('DELETE', at)).status).toBe(404);
    expect((await here.alice.call('PUT', `${base}/files/..%2Fup`, { content: 'x' })).status).toBe(422);
  });
});

describe('uploads', () => {
  const announce = async (base: string, bytes: Buffer): Promise<Upload> => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const begun = await here.alice.call<Upload>('POST', `${base}/uploads`, { bytes: bytes.length, sha256 });
    expect(begun.status).toBe(201);
    return begun.body;
  };
  const put = async ({ url, headers }: Upload, body: Buffer, more: Record<string, string> = {}): Promise<number> =>
    (await fetch(url, { method: 'PUT', body: new Uint8Array(body), headers: { ...headers, ...more } })).status;

  test('a file larger than a request is put at an address of its own and named in a change', async () => {
    const base = await project('large');
    const large = Buffer.alloc(9 * 1024 * 1024, 'large ');
    const upload = await announce(base, large);
    const change = { changes: [{ path: 'large.bin', upload: upload.id }] };
    expect((await here.alice.call('POST', `${base}/files`, change)).status).toBe(409);
    expect(await put(upload, large)).toBe(200);
    expect((await here.alice.call('POST', `${base}/files`, change)).body).toMatchObject({ version: 1, files: 1 });
    expect((await list(base)).items).toMatchObject([{ path: 'large.bin', bytes: large.length }]);
    const whole = await give(base, '?format=tar.gz');
    const again = await announce(base, whole.bytes);
    await put(again, whole.bytes);
    const copy = await take(base, { upload: again.id, mode: 'replace' });
    expect(copy.body).toMatchObject({ version: 1, is_new: false });
  });

  test('an upload can become several files, each within the bound of a file', async () => {
    const base = await project('several');
    const [small, large] = [Buffer.from('twice'), Buffer.alloc(10 * 1024 * 1024 + 1)];
    const upload = await announce(base, small);
    await put(upload, small);
    const changes = ['a', 'b'].map((path) => ({ path, upload: upload.id }));
    expect((await here.alice.call('POST', `${base}/files`, { changes })).body).toMatchObject({ version: 1, files: 2 });
    // It is refused by what was announced: nobody has to put, and nobody reads, what would be too large.
    const more = await announce(base, large);
    const change = { changes: [{ path: 'c', upload: more.id }] };
    expect((await here.alice.call('POST', `${base}/files`, change)).status).toBe(413);
  });

  test('the address takes the bytes that were announced and nothing else', async () => {
    const base = await project('announced');
    const upload = await announce(base, Buffer.from('right'));
    expect(await put(upload, Buffer.from('wrong'))).toBe(400);
    expect(await put(upload, Buffer.from('right and more'))).toBe(403);
    const digest = createHash('sha256').update('wrong').digest('base64');
    expect(await put(upload, Buffer.from('wrong'), { 'x-amz-checksum-sha256': digest })).toBe(403);
    expect(await put({ ...upload, headers: {} }, Buffer.from('right'))).toBe(403);
    expect(
      await put({ ...upload, url: upload.url.replace(/uploads\/\w+/, 'uploads/upl_other') }, Buffer.from('right')),
    ).toBe(403);
    expect(
      await put(
        { ...upload, url: upload.url.replace('X-Amz-Expires=900', 'X-Amz-Expires=9000') },
        Buffer.from('right'),
      ),
    ).toBe(403);
    expect((await fetch(upload.url)).status).toBe(403);
    expect(await put(upload, Buffer.from('right'))).toBe(200);
  });

  test('a page of an allowed origin may put its bytes there, and no other page', async () => {
    const upload = await announce(await project('page'), Buffer.from('from a page'));
    const ask = (origin: string, headers = 'x-amz-checksum-sha256') =>
      fetch(upload.url, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': headers },
      });
    const [origin, other] = ['http://localhost:3000', 'http://evil.example'];
    const allowed = await ask(origin);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
    expect((await ask(other)).status).toBe(403);
    expect((await ask(origin, 'x-amz-acl')).status).toBe(403);
    const put = (from: string) =>
      fetch(upload.url, { method: 'PUT', body: 'from a page', headers: { ...upload.headers, origin: from } });
    expect((await put(origin)).headers.get('access-control-allow-origin')).toBe(origin);
    expect((await put(other)).headers.get('access-control-allow-origin')).toBeNull();
  });

  test('nobody else can name an upload, and none is larger than a workspace', async () => {
    const base = await project('own');
    const upload = await announce(base, Buffer.from('alice’s'));
    await put(upload, Buffer.from('alice’s'));
    const bob = await here.artel.register('bob');
    const changes = [{ path: 'a', upload: upload.id }];
    expect((await bob.call('POST', '/my/files', { changes })).status).toBe(404);
    expect((await bob.call('POST', '/my/archive', { upload: upload.id })).status).toBe(404);
    const sha256 = 'a'.repeat(64);
    expect((await here.alice.call('POST', `${base}/uploads`, { bytes: 209_715_201, sha256 })).status).toBe(413);
    expect((await here.alice.call('POST', `${base}/uploads`, { bytes: 209_715_200, sha256 })).status).toBe(409);
  });
});
