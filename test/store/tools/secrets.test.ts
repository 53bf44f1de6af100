import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOperations } from '../../../functions/account/keys.ts';
import { profileOperations } from '../../../functions/account/profile.ts';
import { restHandler } from '../../../functions/middleware/rest-handler.ts';
import { secretOperations } from '../../../functions/projects/secrets.ts';
import { startTestDataKey } from '../../support/data-key.ts';
import { signedIn, startIdentity } from '../../support/identity.ts';
import { caller } from '../../support/rest.ts';

/* Requirements: ID9. */

const call = caller(restHandler([...secretOperations, ...keyOperations, ...profileOperations]));
const VALUE = 'sk-a-very-secret-value';
let stop: () => Promise<void>;
let alice: string;
let bob: string;

beforeAll(async () => {
  const identity = await startIdentity();
  const key = await startTestDataKey();
  stop = async () => {
    await key.stop();
    await identity.stop();
  };
  alice = (await signedIn('alice')).token;
  bob = (await signedIn('bob')).token;
});
afterAll(() => stop());

describe('the secrets of a project (ID9)', () => {
  test('the secrets of a project are stored and never given out again', async () => {
    const stored = await call('POST', '/my/secrets', { token: alice, body: { name: 'search_key', value: VALUE } });
    expect(stored.status).toBe(201);
    expect(Object.keys(stored.body).sort()).toEqual(['created_at', 'name', 'updated_at']);
    const listed = await call('GET', '/my/secrets', { token: alice });
    expect(listed.body.items.map(({ name }: { name: string }) => name)).toEqual(['search_key']);
    expect(stored.text + listed.text).not.toContain(VALUE);
  });

  test('the secrets of a project cannot be seen or deleted by another user', async () => {
    expect((await call('GET', '/my/secrets', { token: bob })).body.items).toEqual([]);
    expect((await call('DELETE', '/my/secrets/search_key', { token: bob })).status).toBe(404);
  });

  test('a refused secret is not repeated in the refusal', async () => {
    const answer = await call('POST', '/my/secrets', { token: alice, body: { name: 'x', value: `${VALUE}\n` } });
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain(VALUE);
  });

  test('writing a secret needs a credential that may write', async () => {
    expect((await call('POST', '/my/secrets', { body: { name: 'x', value: 'y' } })).status).toBe(401);
    const reader = await call('POST', '/my/keys', { token: alice, body: { name: 'reader', scopes: ['read'] } });
    const asReader = { token: reader.body.key, body: { name: 'x', value: 'y' } };
    expect((await call('POST', '/my/secrets', asReader)).status).toBe(403);
  });

  test('the secrets of a project are in the audit trail by name when they come and go', async () => {
    await call('POST', '/my/secrets', { token: bob, body: { name: 'bobs', value: VALUE } });
    await call('DELETE', '/my/secrets/bobs', { token: bob });
    const { body, text } = await call('GET', '/my/audit', { token: bob });
    const entries = body.items.filter(({ target }: { target?: string }) => target === 'bobs');
    expect(entries.map(({ action }: { action: string }) => action)).toEqual(['secret_deleted', 'secret_stored']);
    expect(text).not.toContain(VALUE);
  });

  test('a secret of a project is deleted once', async () => {
    expect((await call('DELETE', '/my/secrets/search_key', { token: alice })).status).toBe(204);
    expect((await call('DELETE', '/my/secrets/search_key', { token: alice })).status).toBe(404);
    expect((await call('DELETE', '/my/secrets/a%20b', { token: alice })).status).toBe(404);
  });
});
