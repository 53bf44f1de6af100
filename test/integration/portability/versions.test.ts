import { expect, test } from 'vitest';
import type { Person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: ID11, BT2. */

const here = inArtel();

type Version = { version: number; author: object; reason: string; tag: string | null };

const asked = (who: Person, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(who.url + path, { ...init, headers: { ...init.headers, authorization: `Bearer ${who.token}` } });
const bytesOf = async (who: Person, path: string): Promise<Buffer> => {
  const answer = await asked(who, path);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};
const projectOf = async (who: Person): Promise<string> =>
  `/my/projects/${(await who.call<{ id: string }>('POST', '/my/projects', { name: 'site' })).body.id}`;

/** Four versions of a project, with files that are not text, one that takes several lines, and one that comes back. */
const filled = async (who: Person): Promise<string> => {
  const base = await projectOf(who);
  const edit = async (...changes: object[]) =>
    expect((await who.call('POST', `${base}/files`, { changes, reason: 'By hand' })).status).toBe(200);
  const large = Buffer.from(Array.from({ length: 1_200_000 }, (_, at) => (at * 7 + (at >> 8)) % 256));
  await edit({ path: 'a.txt', content: 'one' }, { path: 'b.txt', content: 'one' }, { path: 'empty', content: '' });
  await edit(
    { path: 'large.bin', content: large.toString('base64'), encoding: 'base64' },
    { path: 'a.txt', content: 'two' },
  );
  await edit({ path: 'b.txt', remove: true }, { path: 'large.bin', move_to: 'b.txt/moved.bin' });
  await edit({ path: 'a.txt', content: 'one' }, { path: 'run.sh', content: 'one', executable: true });
  expect((await who.call('PUT', `${base}/versions/2/tag`, { tag: 'v1' })).status).toBe(200);
  return base;
};

/** An export cut between its lines into parts of about 1 MB. */
const partsOf = (text: string): string[] => {
  const parts = [''];
  for (const line of text.split(/(?<=\n)/)) {
    if ((parts.at(-1) ?? '').length + line.length > 1_000_000) parts.push('');
    parts[parts.length - 1] += line;
  }
  return parts;
};

const send = async (who: Person, base: string, { text, part }: { text: string; part: number }) => {
  const init = { method: 'POST', body: text, headers: { 'content-type': 'application/x-ndjson' } };
  const answer = await asked(who, `${base}/import?part=${part}`, init);
  return { status: answer.status, body: (await answer.json()) as { detail?: string } };
};

test('ID11: every version of the files comes out of an export and into another project byte for byte, in several parts', async () => {
  const alice = await here.artel.register('alice');
  const bob = await here.artel.register('bob');
  const from = await filled(alice);
  const text = (await bytesOf(alice, `${from}/export`)).toString();
  const parts = partsOf(text);
  expect(parts.length).toBeGreaterThan(1);
  const to = await projectOf(bob);
  for (const [at, part] of parts.entries())
    expect(await send(bob, to, { text: part, part: at + 1 })).toMatchObject({ status: 200 });
  const versionsOf = async (who: Person, base: string) =>
    (await who.call<{ items: Version[] }>('GET', `${base}/versions?order=asc`)).body.items.map(
      ({ version, author, reason, tag }) => ({ version, author, reason, tag }),
    );
  const versions = await versionsOf(alice, from);
  expect(versions.map(({ tag }) => tag)).toEqual([null, 'v1', null, null]);
  expect(await versionsOf(bob, to)).toEqual(versions);
  for (const { version } of versions) {
    const query = `?version=${version}`;
    const listed = async (who: Person, base: string) =>
      (
        await who.call<{ items: { path: string; executable: boolean }[] }>('GET', `${base}/files${query}`)
      ).body.items.map(({ path, executable }) => ({ path, executable }));
    const files = await listed(alice, from);
    expect(await listed(bob, to)).toEqual(files);
    for (const { path } of files) {
      const [one, other] = await Promise.all([
        bytesOf(alice, `${from}/files/${encodeURIComponent(path)}${query}`),
        bytesOf(bob, `${to}/files/${encodeURIComponent(path)}${query}`),
      ]);
      expect(one.equals(other), `${path} at ${version}`).toBe(true);
    }
  }
});

test('ID11: a version whose bytes are not in the export, or are others, is refused', async () => {
  const alice = await here.artel.register('alice');
  const text = (await bytesOf(alice, `${await filled(alice)}/export`)).toString();
  const lines = text.split(/(?<=\n)/).filter((line) => !line.startsWith('{"kind":"end"') && line.length < 5_000);
  const without = lines.filter((line) => !line.startsWith('{"kind":"blob"')).join('');
  const refused = await send(alice, await projectOf(alice), { text: without, part: 1 });
  expect([refused.status, refused.body.detail]).toEqual([422, expect.stringContaining('are not in the export')]);
  const changed = lines.map((line) => (line.startsWith('{"kind":"blob"') ? line.replace('"one"', '"ten"') : line));
  expect((await send(alice, await projectOf(alice), { text: changed.join(''), part: 1 })).status).toBe(422);
});

test('ID11: a tag that an older export has twice stays with the first version that has it', async () => {
  const alice = await here.artel.register('alice');
  const text = (await bytesOf(alice, `${await filled(alice)}/export`)).toString();
  const at = text.lastIndexOf('"tag":null');
  const twice = `${text.slice(0, at)}"tag":"v1"${text.slice(at + '"tag":null'.length)}`;
  expect(at).toBeGreaterThan(text.lastIndexOf('"tag":"v1"'));
  const to = await projectOf(alice);
  for (const [part, lines] of partsOf(twice).entries())
    expect(await send(alice, to, { text: lines, part: part + 1 })).toMatchObject({ status: 200 });
  const { items } = (await alice.call<{ items: Version[] }>('GET', `${to}/versions?order=asc`)).body;
  expect(items.map(({ tag }) => tag)).toEqual([null, 'v1', null, null]);
});
