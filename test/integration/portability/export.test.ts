import { expect, test } from 'vitest';
import { exportLineSchema, type Line } from '../../../shared/portability/index.ts';
import type { Person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';
import { sendPlan, taskFor, team } from '../../support/plans.ts';

/* Requirements: ID11, ID8, MEM3. */

const here = inArtel();

const linesOf = async (person: Person, path = '/my/export'): Promise<Line[]> => {
  const answer = await fetch(`${person.url}${path}`, { headers: { authorization: `Bearer ${person.token}` } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
  const text = await answer.text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => exportLineSchema.parse(JSON.parse(line)));
};

const counted = (lines: Line[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(lines, ({ kind }) => kind)]
      .filter(([kind]) => kind !== 'export' && kind !== 'end')
      .map(([kind, some]) => [kind, some.length]),
  );

const LONG = `${'long'.repeat(250)} `.repeat(40);

test('ID11: an export holds everything that is a person’s, long texts too, and no value of a secret or key', async () => {
  const { alice, artel } = here;
  artel.model.always({ text: LONG });
  const { session } = await team(alice, ['ann']);
  await alice.call('PUT', '/my/agents/ann', { system_prompt: 'You are ann, the second.' });
  const { body: garden } = await alice.call<{ id: string }>('POST', '/my/projects', { name: 'Garden' });
  const { body: key } = await alice.call<{ key: string }>('POST', '/my/keys', { name: 'ci' });
  await alice.call('POST', '/my/secrets', { name: 'weather', value: 'the value of a secret' });
  await alice.call('POST', '/my/agents/ann/context', { text: 'Alice likes tea.' });
  artel.model.script({
    tool_calls: [{ name: 'file_write', arguments: JSON.stringify({ path: 'notes/tea.md', content: 'green' }) }],
  });
  await alice.call('PUT', '/my/agents/ann', {
    system_prompt: 'You are ann.',
    tools: ['file_write'],
    approval: { min_risk: 'high' },
  });
  await alice.ask(session, 'Write it down.', { target_agent: 'ann' });
  const planned = await sendPlan(alice, session, [taskFor('a'), taskFor('b', ['a'])]);
  const run = planned.body.run.id;
  const state = async () => (await alice.call<{ state: string }>('GET', `/my/runs/${run}`)).body.state;
  await expect.poll(state).toBe('completed');
  const lines = await linesOf(alice);
  const found = counted(lines);
  expect(lines[0]).toMatchObject({ kind: 'export', value: { version: 1 } });
  expect(lines.at(-1)).toMatchObject({ kind: 'end', value: { counts: found } });
  expect(found).toMatchObject({
    ...{ profile: 1, orchestrator: 2, api_key: 1, project: 2, agent: 3, secret: 1, file: 1, session: 1 },
    ...{ message: 4, run: 2, plan: 1 },
  });
  for (const kind of ['memory', 'event', 'usage', 'charge', 'audit']) expect(found[kind]).toBeGreaterThan(0);
  const written = JSON.stringify(lines);
  for (const text of ['Alice likes tea.', 'notes/tea.md', LONG.trimEnd()]) expect(written).toContain(text);
  for (const secret of ['the value of a secret', key.key, alice.token, 'scrypt']) expect(written).not.toContain(secret);
  const ofGarden = await linesOf(alice, `/my/projects/${garden.id}/export`);
  expect(ofGarden.map(({ kind }) => kind)).toEqual(['export', 'project', 'orchestrator', 'end']);
  const trail = await alice.call<{ items: { target: string }[] }>('GET', '/my/audit?action=data_exported');
  expect(trail.body.items.map(({ target }) => target)).toEqual([garden.id, 'everything']);
});

test('ID11: nobody exports what is another’s, and no API key exports anything', async () => {
  const bob = await here.artel.register('bob');
  const { body: project } = await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'Shed' });
  expect((await bob.call('GET', `/my/projects/${project.id}/export`)).status).toBe(404);
  const { body: key } = await bob.call<{ key: string }>('POST', '/my/keys', { name: 'ci' });
  const byKey = { authorization: `Bearer ${key.key}` };
  expect((await bob.call('GET', '/my/export', undefined, byKey)).status).toBe(403);
  expect(JSON.stringify(await linesOf(bob))).not.toContain(here.alice.id);
});

type Blob = { sha256: string; size: number; offset: number; encoding: 'utf-8' | 'base64'; content: string };
type Contents = { version: number; from: number; files: { path: string; sha256: string }[]; removed: string[] };

/** The files of each version, from the lines of an export alone. */
const rebuilt = (lines: Line[]): Map<number, Map<string, Buffer>> => {
  const blobs = new Map<string, Buffer>();
  const versions = new Map<number, Map<string, Buffer>>([[0, new Map()]]);
  for (const { kind, value } of lines) {
    if (kind === 'blob') {
      const { sha256, offset, content, encoding } = value as Blob;
      const before = blobs.get(sha256) ?? Buffer.alloc(0);
      expect(offset).toBe(before.length);
      blobs.set(sha256, Buffer.concat([before, Buffer.from(content, encoding)]));
    }
    if (kind !== 'version_files') continue;
    const { version, from, files, removed } = value as Contents;
    const tree = new Map(versions.get(from));
    for (const path of removed) tree.delete(path);
    for (const { path, sha256 } of files) tree.set(path, blobs.get(sha256)!);
    versions.set(version, tree);
  }
  versions.delete(0);
  return versions;
};

test('ID11: an export holds every version of the files, byte for byte, and the same bytes once', async () => {
  const carol = await here.artel.register('carol');
  const edit = async (...changes: object[]) =>
    expect((await carol.call('POST', '/my/files', { changes })).status).toBe(200);
  const inBase64 = (bytes: Buffer) => ({ content: bytes.toString('base64'), encoding: 'base64' });
  const large = Buffer.from(Array.from({ length: 1_200_000 }, (_, at) => (at * 7 + (at >> 8)) % 256));
  await edit({ path: 'a.txt', content: 'one' }, { path: 'copy.txt', content: 'one' }, { path: 'empty', content: '' });
  await edit({ path: 'large.bin', ...inBase64(large) }, { path: 'a.txt', content: 'zwei ß' });
  await edit({ path: 'copy.txt', remove: true }, { path: 'large.bin', move_to: 'moved.bin' });
  await edit({ path: 'a.txt', content: 'one' }, { path: 'run.sh', content: 'one', executable: true });
  const lines = await linesOf(carol);
  const blobs = lines.filter(({ kind }) => kind === 'blob').map(({ value }) => value as Blob);
  expect(new Set(blobs.map(({ sha256, offset }) => `${sha256} ${offset}`)).size).toBe(blobs.length);
  expect(blobs.map(({ size }) => size)).toEqual([3, 0, 7, ...Array.from({ length: 3 }, () => large.length)]);
  const versions = rebuilt(lines);
  expect([...versions.keys()]).toEqual([1, 2, 3, 4]);
  for (const [version, tree] of versions) {
    const { body } = await carol.call<{ items: { path: string }[] }>('GET', `/my/files?version=${version}`);
    expect([...tree.keys()].toSorted()).toEqual(body.items.map(({ path }) => path));
    for (const [path, bytes] of tree) {
      const headers = { authorization: `Bearer ${carol.token}` };
      const answer = await fetch(`${carol.url}/my/files/${path}?version=${version}`, { headers });
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes), `${path} at ${version}`).toBe(true);
    }
  }
});
