import { beforeAll, expect, test } from 'vitest';
import { MAX_BODY_BYTES, MAX_CALL_BODY_BYTES, MAX_IMPORT_BODY_BYTES } from '../../../functions/routing/body-limits.ts';
import type { Person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: API5. */

const here = inArtel();
const MEGABYTE = 1024 * 1024;

beforeAll(() => here.artel.model.always({ text: 'Read.' }));

/** A person of a tier; it is set before their first call, since functions remember it for a while. */
const personIn = async (tier: string) => {
  const person = await here.artel.register('bob');
  const [account] = await here.operator.partition(`ACCOUNT#${person.id}`);
  await here.operator.put({ ...account!, tier });
  return person;
};

const askModel = (person: Person, bytes: number) =>
  person.call('POST', '/v1/chat/completions', {
    model: 'scripted',
    messages: [{ role: 'user', content: 'word '.repeat(Math.floor(bytes / 5)) }],
  });

const ndjson = async (method: string, path: string, body?: string) => {
  const answer = await fetch(`${here.artel.cloud.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${here.alice.token}`, 'content-type': 'application/x-ndjson' },
    ...(body !== undefined && { body }),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

test.each(['standard', 'pro'])(
  'a call of nearly 4 MB is answered in the %s tier, and a larger one is 413',
  async (tier) => {
    const bob = await personIn(tier);
    expect((await askModel(bob, 3.9 * MEGABYTE)).status).toBe(200);
    expect((await askModel(bob, 4.1 * MEGABYTE)).status).toBe(413);
    expect((await askModel(bob, MAX_CALL_BODY_BYTES)).status).toBe(413);
  },
);

test('G28: a call of more than 2 MB is 413 in the free tier, which bears a photograph', async () => {
  const bob = await personIn('free');
  expect((await askModel(bob, 1.9 * MEGABYTE)).status).toBe(200);
  expect((await askModel(bob, 2.1 * MEGABYTE)).status).toBe(413);
});

test('a body of more than 1 MB is 413 on every other path', async () => {
  const refused = await here.alice.call('POST', '/my/agents', { name: 'x', system_prompt: 'x'.repeat(MAX_BODY_BYTES) });
  expect(refused).toMatchObject({ status: 413, body: { error_code: 'payload_too_large' } });
});

test('an agent takes every page that the export of another gives', async () => {
  for (const name of ['source', 'copy']) {
    await here.alice.call('POST', '/my/agents', { name, system_prompt: 'You remember.' });
  }
  const memories = Array.from({ length: 80 }, (_, n) => ({ id: `m${n}`, text: `${n} `.padEnd(30_000, 'remember ') }));
  const lines = memories.map((memory) => `${JSON.stringify(memory)}\n`).join('');
  expect(Buffer.byteLength(lines)).toBeGreaterThan(2 * MAX_BODY_BYTES);
  expect(Buffer.byteLength(lines)).toBeLessThan(MAX_IMPORT_BODY_BYTES);
  expect(await ndjson('POST', '/my/agents/source/context/import', lines)).toMatchObject({ status: 200 });
  const sizes: number[] = [];
  let cursor: string | null = null;
  do {
    const page = await ndjson('GET', `/my/agents/source/context/export${cursor ? `?cursor=${cursor}` : ''}`);
    sizes.push(Buffer.byteLength(page.text));
    const imported = await ndjson('POST', '/my/agents/copy/context/import', page.text);
    expect(imported.status).toBe(200);
    cursor = page.headers.get('x-next-cursor');
  } while (cursor);
  expect(Math.max(...sizes)).toBeGreaterThan(MAX_BODY_BYTES);
  const { body } = await here.alice.call<{ count: number }>('GET', '/my/agents/copy/context/stats');
  expect(body.count).toBe(80);
});

test('an import keeps an agent within its max_vectors', async () => {
  await here.alice.call('POST', '/my/agents', {
    name: 'small',
    system_prompt: 'You remember little.',
    memory: { max_vectors: 10 },
  });
  const lines = Array.from({ length: 40 }, (_, n) => JSON.stringify({ text: `number ${n}` })).join('\n');
  const imported = await ndjson('POST', '/my/agents/small/context/import', lines);
  expect([imported.status, JSON.parse(imported.text)]).toEqual([200, { imported: 40 }]);
  const { body } = await here.alice.call<{ count: number }>('GET', '/my/agents/small/context/stats');
  expect(body.count).toBeLessThanOrEqual(10);
  expect(body.count).toBeGreaterThan(0);
});
