import { once } from 'node:events';
import { beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { administratorIn } from '../../support/administrator.ts';
import { PASSWORD, type Person, request } from '../../support/artel.ts';
import { holdAnswer, send, stateOf } from '../../support/gates.ts';
import { inArtel } from '../../support/in-artel.ts';
import { listen } from '../../support/listener.ts';

/* Requirements: ID7, ID8, ID12, API11. */

const here = inArtel();
let root: Person;
let bob: Person;
beforeAll(async () => {
  root = await administratorIn(here.artel, here.operator);
  bob = await here.artel.register('bob');
  here.artel.model.always({ text: 'Fine.' });
});

type Page = { items: Record<string, unknown>[]; next_cursor: string | null };
const look = async (path: string): Promise<Page> => {
  const answer = await root.call<Page>('GET', path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
};
const change = (who: Person, body: object) => root.call('PATCH', `/admin/users/${who.id}`, body);

/** Every page, one after the other. */
const pages = async (path: string): Promise<Record<string, unknown>[]> => {
  const found: Record<string, unknown>[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page = await look(cursor ? `${path}&cursor=${cursor}` : path);
    found.push(...page.items);
    cursor = page.next_cursor;
  }
  return found;
};

describe('the users', () => {
  test('are listed page by page, the newest first, each once', async () => {
    for (const name of ['carol', 'dave', 'erin']) await here.artel.register(name);
    const all = await look('/admin/users');
    const ids = all.items.map(({ id }) => String(id));
    expect(ids).toEqual(ids.toSorted().reverse());
    expect(ids).toEqual(expect.arrayContaining([here.alice.id, bob.id, root.id]));
    expect((await pages('/admin/users?limit=2')).map(({ id }) => id)).toEqual(ids);
  });

  test('are found by e-mail in any spelling, by role, by tier and by lock', async () => {
    const spelled = encodeURIComponent(` ${bob.email.toUpperCase()} `);
    expect((await look(`/admin/users?email=${spelled}`)).items).toEqual([
      expect.objectContaining({ id: bob.id, email: bob.email, roles: ['user'], locked: false, budget: null }),
    ]);
    expect((await look('/admin/users?email=nobody@example.org')).items).toEqual([]);
    expect((await look('/admin/users?role=admin')).items.map(({ id }) => id)).toEqual([root.id]);
    await change(bob, { tier: 'pro' });
    expect((await look('/admin/users?tier=pro')).items.map(({ id }) => id)).toEqual([bob.id]);
    expect((await look('/admin/users?tier=pro&locked=true')).items).toEqual([]);
    expect((await pages('/admin/users?tier=standard&limit=1')).length).toBeGreaterThan(2);
  });

  test('who register over the API are listed', async () => {
    const email = 'frida@example.org';
    await request(here.artel.cloud.url, 'POST', '/auth/register', { email, password: 'a quite safe password' });
    expect((await look('/admin/users?limit=1')).items).toEqual([expect.objectContaining({ email })]);
  });

  test('who registered with an earlier version are listed when they sign in, and so is an administrator among them', async () => {
    const gina = await here.artel.register('gina');
    const [account] = await here.operator.partition(`ACCOUNT#${gina.id}`, 'ACCOUNT');
    const { listed: _, ...former } = account!;
    await here.operator.put({ ...former, roles: ['user', 'admin'] } as typeof former & { pk: string; sk: string });
    await request(here.artel.cloud.url, 'POST', '/auth/login', { email: gina.email, password: PASSWORD });
    const [administrators] = await here.operator.partition('ADMINS#');
    expect(administrators?.active).toContain(gina.id);
    expect((await change(gina, { roles: ['user'] })).status).toBe(200);
    const [after] = await here.operator.partition('ADMINS#');
    expect(after?.members).not.toContain(gina.id);
  });

  test('a cursor of another list is refused', async () => {
    const cursor = Buffer.from('USER#x').toString('base64url');
    for (const path of ['users', 'runs', 'usage', 'errors', 'spaces']) {
      expect((await root.call('GET', `/admin/${path}?cursor=${cursor}`)).status).toBe(422);
    }
  });
});

describe('a lock of a deployed account', () => {
  test('closes sockets, ends followed streams, refuses keys, and ends what agents have begun', async () => {
    const mallory = await here.artel.register('mallory');
    const { agent, session } = await mallory.chat();
    const { body: key } = await mallory.call<{ key: string }>('POST', '/my/keys', { name: 'ci' });
    const socket = new WebSocket(here.artel.cloud.socketUrl, {
      family: 4,
      headers: { authorization: `Bearer ${mallory.token}` },
    });
    await once(socket, 'open');
    const held = holdAnswer(here.artel, 'the first');
    const first = await send(mallory, session, 'the first', { target_agent: agent });
    await held.arrived;
    const second = await send(mallory, session, 'the second', { target_agent: agent });
    const followed = await fetch(`${here.artel.cloud.url}/my/chat/${session}/events`, {
      headers: { authorization: `Bearer ${mallory.token}` },
    });
    const asked = here.artel.model.requests.length;

    const closed = once(socket, 'close');
    await change(mallory, { locked: true });
    await closed;
    expect((await mallory.call('GET', '/my')).status).toBe(403);
    for (const authorization of [`Bearer ${key.key}`, `Bearer ${mallory.token}`]) {
      const answer = await request(here.artel.cloud.url, 'GET', '/v1/models', undefined, { authorization });
      expect(answer.status).toBe(403);
    }
    await expect(listen(here.artel.cloud.socketUrl, mallory)).rejects.toThrow();
    held.letGo();
    const last = (await followed.text()).trim().split('\n').at(-1);
    expect(JSON.parse(last ?? '{}')).toMatchObject({ event_type: 'reconnect' });

    // What waited behind the first is begun by nobody's wish, and asks no model.
    await expect
      .poll(() => states([first.body.run.id, second.body.run.id]), { timeout: 20_000 })
      .not.toMatch(/run|queu/);
    const since = here.artel.model.requests.slice(asked);
    expect(since.filter(({ path }) => path.endsWith('/chat/completions'))).toEqual([]);
    // The answer that was there already may have been remembered: an account is looked at once a second.
    expect(JSON.stringify(since.map(({ body }) => body))).not.toContain('the second');
    await change(mallory, { locked: false });
    expect(await stateOf(mallory, second.body.run.id)).toBe('failed');
    const [failure] = (await look(`/admin/errors?user_id=${mallory.id}`)).items;
    expect(failure).toMatchObject({ error_code: 'forbidden', runs: 1, users: 1 });
  });

  const states = async (runs: string[]): Promise<string> => {
    const { items } = await look('/admin/runs?limit=100');
    return items
      .filter(({ id }) => runs.includes(String(id)))
      .map(({ state }) => state)
      .join(' ');
  };
});

describe('what administrators see of the work', () => {
  test('runs of all users by state, user and time, page by page and without anybody’s words', async () => {
    for (const who of [here.alice, bob]) {
      const { agent, session } = await who.chat();
      for (const word of ['one', 'two']) await who.ask(session, `secret-${word}`, { target_agent: agent });
    }
    const all = await pages('/admin/runs?state=completed&limit=1');
    const ofBoth = all.filter(({ user_id }) => [here.alice.id, bob.id].includes(String(user_id)));
    expect(ofBoth).toHaveLength(4);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const bobs = await pages(`/admin/runs?user_id=${bob.id}&limit=1`);
    expect(bobs.map(({ user_id }) => user_id)).toEqual([bob.id, bob.id]);
    expect(JSON.stringify(all)).not.toContain('secret');
    const [newest, oldest] = bobs;
    const since = encodeURIComponent(String(newest?.created_at));
    expect((await pages(`/admin/runs?user_id=${bob.id}&since=${since}`)).map(({ id }) => id)).toEqual([newest?.id]);
    const until = encodeURIComponent(String(oldest?.created_at));
    expect((await pages(`/admin/runs?user_id=${bob.id}&until=${until}`)).map(({ id }) => id)).toEqual([oldest?.id]);
    expect(await pages(`/admin/runs?since=${since}&until=1969-01-01T00:00:00Z`)).toEqual([]);
  });

  test('usage in sums by day, user, model and agent, which come to the same', async () => {
    const sums = await Promise.all(
      ['day', 'user', 'model', 'agent'].map(async (by) => {
        const { items } = await look(`/admin/usage?by=${by}`);
        return items.reduce((sum, { requests }) => sum + Number(requests), 0);
      }),
    );
    expect(sums[0]).toBeGreaterThanOrEqual(4);
    expect(new Set(sums).size).toBe(1);
    const { items } = await look(`/admin/usage?by=user&user_id=${bob.id}`);
    expect(items).toEqual([expect.objectContaining({ user_id: bob.id, requests: 2, failed: 0 })]);
  });

  test('projects with their agents and live tasks', async () => {
    const held = holdAnswer(here.artel, 'a long one');
    const { agent, session } = await bob.chat();
    await send(bob, session, 'a long one', { target_agent: agent });
    await held.arrived;
    expect((await look(`/admin/spaces?user_id=${bob.id}`)).items).toEqual([
      expect.objectContaining({ user_id: bob.id, agents: 1, live_tasks: 1, running_tasks: 1, queued_tasks: 0 }),
    ]);
    held.letGo();
    expect((await pages('/admin/spaces?limit=1')).length).toBeGreaterThan(3);
  });

  test('each look is in the administrator’s trail, and in that of the one user it was at', async () => {
    const listed = async (who: Person) => {
      const { body } = await who.call<Page>('GET', '/my/audit?limit=100');
      return new Set(body.items.map(({ action }) => action));
    };
    const looks = ['users_listed', 'runs_listed', 'usage_read', 'errors_read', 'spaces_read', 'tier_changed'];
    expect([...(await listed(root))]).toEqual(expect.arrayContaining(looks));
    expect([...(await listed(bob))]).toEqual(expect.arrayContaining(['usage_read', 'runs_listed', 'spaces_read']));
  });
});

test('what a person has models do, takes out, deletes and takes back is in their trail', async () => {
  const erin = await here.artel.register('erin');
  const { agent, session } = await erin.chat();
  const asked = { model: 'scripted', messages: [{ role: 'user', content: 'Say nothing of this.' }] };
  expect((await erin.call('POST', '/v1/chat/completions', asked)).status).toBe(200);
  expect((await erin.call('POST', '/v1/embeddings', { model: 'scripted', input: 'Nor of this.' })).status).toBe(200);
  expect((await erin.call('GET', `/my/agents/${agent}/context/export`)).status).toBe(200);
  expect((await erin.call('DELETE', '/my/permissions')).status).toBe(200);
  expect((await erin.call('DELETE', `/my/chat/sessions/${session}`)).status).toBe(204);
  expect((await erin.call('DELETE', `/my/agents/${agent}`)).status).toBe(204);
  const { body } = await erin.call<Page>('GET', '/my/audit');
  expect(body.items.map(({ action, target }) => `${action} ${target}`).slice(0, 6)).toEqual([
    `data_deleted DELETE /my/agents/{agent} ${agent}`,
    `data_deleted DELETE /my/chat/sessions/{session_id} ${session}`,
    'permission_revoked DELETE /my/permissions',
    `data_exported GET /my/agents/{agent}/context/export ${agent}`,
    'model_called scripted',
    'model_called scripted',
  ]);
  expect(JSON.stringify(body)).not.toContain('of this');
});

describe('the export of audit trails', () => {
  const lines = async (query: string): Promise<Record<string, unknown>[]> => {
    const { status, body, headers } = await root.call<string>('GET', `/admin/audit${query}`);
    expect([query, status, headers.get('content-type')]).toEqual([query, 200, 'application/x-ndjson']);
    return String(body)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };

  test('has everybody’s entries, one a line, or those of one user, of one action, of a time', async () => {
    const all = await lines('');
    const owners = new Set(all.map(({ user_id }) => user_id));
    expect([...owners]).toEqual(expect.arrayContaining([here.alice.id, bob.id, root.id]));
    const bobs = await lines(`?user_id=${bob.id}`);
    expect(bobs.every(({ user_id }) => user_id === bob.id)).toBe(true);
    expect(bobs.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['registered', 'signed_in', 'tier_changed']),
    );
    expect(bobs.map(({ at }) => at)).toEqual(bobs.map(({ at }) => at).toSorted());
    expect((await lines('?action=tier_changed')).every(({ action }) => action === 'tier_changed')).toBe(true);
    const [first] = bobs;
    expect(await lines(`?user_id=${bob.id}&until=${encodeURIComponent(String(first?.at))}`)).toEqual([first]);
    expect(await lines('?since=2100-01-01T00:00:00Z')).toEqual([]);
  });

  test('is itself in the trail before its first line goes out', async () => {
    const [last] = (await lines(`?user_id=${root.id}&action=audit_exported`)).slice(-1);
    expect(last).toMatchObject({ user_id: root.id, target: root.id });
  });

  test('refuses what is no action and no time, naming both', async () => {
    const { status, body } = await root.call<{ errors: { path: string }[] }>('GET', '/admin/audit?action=x&since=y');
    expect([status, body.errors.map(({ path }) => path).sort()]).toEqual([422, ['action', 'since']]);
  });
});
