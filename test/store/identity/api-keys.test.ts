import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { connect, findConnection, subscribe } from '../../../shared/connections/index.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { call, signedIn, startIdentity } from '../../support/identity.ts';
import { listening } from '../../support/listening.ts';
import { type SocketEndpoints, startSocketEndpoints } from '../../support/socket-endpoints.ts';

/* Requirements: ID3. */

let identity: Awaited<ReturnType<typeof startIdentity>>;
let sockets: SocketEndpoints;
let alice: Awaited<ReturnType<typeof signedIn>>;
beforeAll(async () => {
  [identity, sockets] = await Promise.all([startIdentity(), startSocketEndpoints()]);
  alice = await signedIn('alice');
});
afterAll(() => Promise.all([identity.stop(), sockets.stop()]));

const create = async (body: unknown = { name: 'ci' }) => await call('POST', '/my/keys', { token: alice.token, body });
const listed = async (id: string) => {
  const { body } = await call('GET', '/my/keys', { token: alice.token });
  return body.items.find((item: { id: string }) => item.id === id);
};

describe('an API key', () => {
  test('an API key is shown once, and opens its user’s resources', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'ci', scopes: ['read', 'write', 'chat'], last_used_at: null });
    expect(body.key).toMatch(/^artel_[0-9A-Z]{26}_[\w-]{43}$/);
    expect((await call('GET', '/my', { token: body.key })).body.id).toBe(alice.id);
    expect(JSON.stringify(await listed(body.id))).not.toContain(body.key.slice(-43));
  });

  test('an API key may decide on approvals only if it was given that scope by name', async () => {
    const { body } = await create({ name: 'decider', scopes: ['approvals:decide'] });
    expect(body.scopes).toEqual(['approvals:decide']);
  });

  test('an API key can do no more than its scopes', async () => {
    const { body } = await create({ name: 'reader', scopes: ['read'] });
    expect((await call('GET', '/my/projects', { token: body.key })).status).toBe(200);
    const write = await call('POST', '/my/projects', { token: body.key, body: { name: 'x' } });
    expect(write).toMatchObject({ status: 403, body: { error_code: 'forbidden' } });
  });

  test('an API key cannot create or revoke keys', async () => {
    const { body } = await create();
    expect((await call('POST', '/my/keys', { token: body.key, body: { name: 'child' } })).status).toBe(403);
    expect((await call('DELETE', `/my/keys/${body.id}`, { token: body.key })).status).toBe(403);
  });

  test('an API key opens nothing once it is revoked', async () => {
    const { body } = await create();
    expect((await call('DELETE', `/my/keys/${body.id}`, { token: alice.token })).status).toBe(204);
    expect((await call('GET', '/my', { token: body.key })).status).toBe(401);
    expect((await call('DELETE', `/my/keys/${body.id}`, { token: alice.token })).status).toBe(404);
    expect(await listed(body.id)).toBeUndefined();
  });

  test('revoking an API key closes and forgets its sockets, and no others', async () => {
    const [mine, other] = [await create(), await create()];
    const scope = authenticated({ userId: alice.id });
    const project = scope.inProject('prj_home');
    for (const { id } of [mine.body, other.body]) {
      await connect(`${id}=`, { scope, projectId: 'prj_home', via: 'key', credential: id, tier: 'standard' });
      const connection = await findConnection(`${id}=`);
      await subscribe(project, 'ses_1', { connection: connection! });
    }
    await call('DELETE', `/my/keys/${mine.body.id}`, { token: alice.token });
    expect(sockets.closed).toEqual([`${mine.body.id}=`]);
    expect(await listening(project, 'ses_1')).toEqual([`${other.body.id}=`]);
  });

  test('a revoked API key receives no more pushes, even when its socket cannot be closed', async () => {
    const { body } = await create();
    const scope = authenticated({ userId: alice.id });
    const project = scope.inProject('prj_home');
    await connect('stuck=', { scope, projectId: 'prj_home', via: 'key', credential: body.id, tier: 'standard' });
    const connection = await findConnection('stuck=');
    await subscribe(project, 'ses_2', { connection: connection! });
    sockets.refusing.add('stuck=');
    expect((await call('DELETE', `/my/keys/${body.id}`, { token: alice.token })).status).toBe(204);
    expect(await listening(project, 'ses_2')).toEqual([]);
  });

  test('an API key shows when it was last used, to the hour', async () => {
    const { body } = await create();
    await call('GET', '/my', { token: body.key });
    const first = (await listed(body.id)).last_used_at;
    expect(Math.abs(Date.now() - Date.parse(first))).toBeLessThan(60_000);
    await call('GET', '/my', { token: body.key });
    expect((await listed(body.id)).last_used_at).toBe(first);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * 60_000 });
    await call('GET', '/my', { token: body.key });
    vi.useRealTimers();
    expect((await listed(body.id)).last_used_at).not.toBe(first);
  });

  test('an API key of another user cannot be seen or revoked', async () => {
    const { body } = await create();
    const bob = await signedIn('bob');
    expect((await call('DELETE', `/my/keys/${body.id}`, { token: bob.token })).status).toBe(404);
    expect((await call('GET', '/my/keys', { token: bob.token })).body.items).toEqual([]);
    expect((await call('GET', '/my', { token: body.key })).status).toBe(200);
  });

  test.each([
    ['cut short', (key: string) => key.slice(0, -1)],
    ['with another secret', (key: string) => `${key.slice(0, -43)}${'A'.repeat(43)}`],
    ['under another id', (key: string) => `artel_01ARZ3NDEKTSV4RRFFQ69G5FAV_${key.slice(-43)}`],
    ['in lower case', (key: string) => key.toLowerCase()],
  ])('an API key %s opens nothing', async (_, change) => {
    const { body } = await create();
    expect((await call('GET', '/my', { token: change(body.key) })).status).toBe(401);
  });

  test.each([[{}], [{ name: '' }], [{ name: 'x', scopes: [] }], [{ name: 'x', scopes: ['root'] }]])(
    'an API key is not created from %j',
    async (body) => {
      expect((await create(body)).status).toBe(422);
    },
  );

  test('an API key is not shown again when the creating request is repeated', async () => {
    const headers = { 'Idempotency-Key': 'make-key' };
    const again = () => call('POST', '/my/keys', { token: alice.token, body: { name: 'once' }, headers });
    expect((await again()).status).toBe(201);
    const second = await again();
    expect(second.status).toBe(409);
    expect(second.text).not.toContain('artel_');
    const { body } = await call('GET', '/my/keys', { token: alice.token });
    expect(body.items.filter(({ name }: { name: string }) => name === 'once')).toHaveLength(1);
  });

  test('creating and revoking an API key is in the audit log', async () => {
    const { body } = await create();
    await call('DELETE', `/my/keys/${body.id}`, { token: alice.token });
    const audit = await call('GET', '/my/audit', { token: alice.token, query: { limit: '2' } });
    expect(audit.body.items).toEqual([
      expect.objectContaining({ action: 'api_key_revoked', target: body.id }),
      expect.objectContaining({ action: 'api_key_created', target: body.id }),
    ]);
  });
});
