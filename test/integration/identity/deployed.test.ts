import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import { beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, type Person, request } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

const here = inArtel();

let bob: Person;
beforeAll(async () => {
  bob = await here.artel.register('bob');
});

const send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  request(here.artel.cloud.url, method, path, body, headers);
const login = ({ email }: Person, password = PASSWORD) => send('POST', '/auth/login', { email, password });
const cookieOf = (headers: Headers): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';

describe('identity as it is deployed, each function within its own role', () => {
  test('a deployed sign-in refreshes by cookie and signs out everywhere', async () => {
    const session = await login(here.alice);
    const cookie = cookieOf(session.headers);
    const refreshed = await send('POST', '/auth/refresh', undefined, { cookie });
    expect(refreshed.status).toBe(200);
    const authorization = `Bearer ${refreshed.body.access_token}`;
    expect((await send('GET', '/my/', undefined, { authorization })).body).toMatchObject({ email: here.alice.email });
    const out = await send('POST', '/auth/logout', undefined, { cookie: cookieOf(refreshed.headers) });
    expect(out.status).toBe(204);
    expect((await send('GET', '/my', undefined, { authorization })).status).toBe(401);
    expect((await send('POST', '/auth/refresh', undefined, { cookie: cookieOf(refreshed.headers) })).status).toBe(401);
    expect((await here.alice.call('GET', '/my')).status).toBe(200);
  });

  test('a deployed account is locked after five failed sign-ins', async () => {
    const carol = await here.artel.register('carol');
    const statuses: number[] = [];
    for (let time = 0; time < 5; time += 1) statuses.push((await login(carol, 'not the password')).status);
    const locked = await login(carol);
    expect([...statuses, locked.status]).toEqual([401, 401, 401, 401, 401, 423]);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('a deployed API key works, and is refused at once after it is revoked', async () => {
    const { body: key } = await here.alice.call<{ id: string; key: string }>('POST', '/my/keys', { name: 'ci' });
    const authorization = `Bearer ${key.key}`;
    expect((await send('GET', '/my', undefined, { authorization })).status).toBe(200);
    const { body } = await here.alice.call<{ items: { last_used_at: string }[] }>('GET', '/my/keys');
    expect(body.items[0]?.last_used_at).toMatch(/Z$/);
    await here.alice.call('DELETE', `/my/keys/${key.id}`);
    expect((await send('GET', '/my', undefined, { authorization })).status).toBe(401);
  });

  test.each(['account', 'my', 'projects', 'v1', 'socket', 'event-stream', 'agent-worker'])(
    'R6: the credentials of %s reach no private key and make nobody an administrator',
    async (name) => {
      const { cloud } = here.artel;
      const { ARTEL_TABLE: TableName, ...own } = cloud.environmentOf(name);
      const credentials = { accessKeyId: own.AWS_ACCESS_KEY_ID!, secretAccessKey: own.AWS_SECRET_ACCESS_KEY! };
      const common = { region: 'us-east-1', credentials };
      const secrets = new SecretsManager({ ...common, endpoint: cloud.endpoints.services });
      const table = new DynamoDB({ ...common, endpoint: cloud.endpoints.dynamodb });
      const SecretId = cloud.environmentOf('auth').ARTEL_SIGNING_KEYS_SECRET_ARN;
      await expect(secrets.getSecretValue({ SecretId })).rejects.toThrow(/not allowed/);
      const Item = { pk: { S: `ACCOUNT#${here.alice.id}` }, sk: { S: 'ACCOUNT' }, roles: { L: [{ S: 'admin' }] } };
      await expect(table.putItem({ TableName, Item })).rejects.toThrow(/not allowed/);
      secrets.destroy();
      table.destroy();
    },
  );

  test('deployed projects are separate for each user', async () => {
    const { body } = await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'Garden' });
    expect((await here.alice.call('GET', `/my/projects/${body.id}/`)).status).toBe(200);
    expect((await here.alice.call('GET', `/my/projects/${body.id}/agents`)).status).toBe(200);
    expect((await bob.call('GET', `/my/projects/${body.id}`)).status).toBe(404);
    expect((await bob.call('GET', `/my/projects/${body.id}/agents`)).status).toBe(404);
    expect((await here.alice.call('DELETE', `/my/projects/${body.id}`)).status).toBe(204);
    expect((await here.alice.call('GET', `/my/projects/${body.id}/agents`)).status).toBe(404);
  });

  test('a deployed write under an Idempotency-Key is carried out once', async () => {
    const make = () =>
      bob.call<{ id: string }>('POST', '/my/projects', { name: 'Once' }, { 'idempotency-key': 'once' });
    const [first, second] = [await make(), await make()];
    expect(first.status).toBe(201);
    expect(second.body.id).toBe(first.body.id);
  });

  test('the deployed system endpoints report health and dependencies', async () => {
    expect((await send('GET', '/health')).body).toEqual({ status: 'ok' });
    const ready = await send('GET', '/ready');
    expect(ready).toMatchObject({ status: 200, body: { status: 'ready' } });
    expect(ready.body.dependencies).toContainEqual({ name: 'vectors', state: 'ok' });
  });

  test('the deployed signing keys are published', async () => {
    const { body } = await send('GET', '/auth/.well-known/jwks.json');
    expect(body.keys).toEqual([expect.objectContaining({ alg: 'ES256', kty: 'EC' })]);
  });

  test('an unknown path, a wrong method and a broken body answer in the one error shape', async () => {
    for (const [method, path, body, status] of [
      ['GET', '/my/nowhere', undefined, 404],
      ['PUT', '/auth/login', undefined, 405],
      ['POST', '/auth/login', '{', 400],
      ['POST', '/auth/login', {}, 422],
    ] as const) {
      const answer = await send(method, path, body, { authorization: `Bearer ${here.alice.token}` });
      expect(answer.status).toBe(status);
      expect(answer.body).toMatchObject({ detail: expect.any(String), request_id: answer.headers.get('x-request-id') });
    }
  });
});
