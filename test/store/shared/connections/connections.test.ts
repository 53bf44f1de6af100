import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, disconnect, findConnection, subscribe, unsubscribe } from '../../../../shared/connections/index.ts';
import { Conflict, TooManyRequests } from '../../../../shared/core/errors.ts';
import type { Identity } from '../../../../shared/core/identity.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { isStillAuthorized, issueTicket, redeemTicket } from '../../../../shared/identity/index.ts';
import { getItem, pointerKeys, putItem, SCHEMA_VERSION, userKeys } from '../../../../shared/store/index.ts';
import { withAccounts } from '../../../support/accounts.ts';
import { listening } from '../../../support/listening.ts';
import { startTestTable } from '../../../support/table.ts';
import { alice, newSession, project } from '../events/people.ts';

let table: Awaited<ReturnType<typeof startTestTable>>;
beforeAll(async () => {
  table = await startTestTable();
});
afterAll(() => table.stop());
withAccounts(alice);

const now = Date.now();
const at = (milliseconds: number) => ({ now: () => milliseconds });
const identity: Identity = {
  scope: alice,
  projectId: 'prj_home',
  via: 'token',
  credential: 'jti-1',
  tier: 'standard',
  family: 'fam-1',
  expiresAt: now + 900_000,
};

let opened = 0;
const open = async (who = identity) => {
  opened += 1;
  const id = `connection-${opened}`;
  await connect(id, who);
  return (await findConnection(id))!;
};

describe('a connection', () => {
  test('a connection is found with its identity, and lives as long as the token', async () => {
    const connection = await open();
    expect(connection).toMatchObject({ identity: { ...identity, scope: expect.anything() } });
    expect(connection.sessions).toEqual([]);
    expect(connection.identity.scope.userId).toBe('alice');
    expect(connection.expires_at).toBe(Math.ceil((now + 900_000) / 1000));
    expect(await getItem(userKeys.connection(alice, connection.id))).toMatchObject({ family: 'fam-1' });
  });

  test('a connection opened with a key keeps the key’s permissions', async () => {
    const scope = authenticated({ userId: 'alice', permissions: ['read'] });
    const connection = await open({ ...identity, scope, via: 'key' });
    expect(connection.identity.scope.permissions).toEqual(['read']);
  });

  test('a connection stays subscribed to a session until it unsubscribes, and repeating either changes nothing', async () => {
    const connection = await open();
    const session = newSession();
    await subscribe(project, session, { connection });
    await subscribe(project, session, { connection });
    expect(await listening(project, session)).toEqual([connection.id]);
    expect((await findConnection(connection.id))?.sessions).toEqual([{ project: 'prj_home', session }]);
    await unsubscribe(project, session, connection);
    await unsubscribe(project, session, connection);
    expect(await listening(project, session)).toEqual([]);
  });

  test('a closed connection leaves nothing behind, and a second report of it does no harm', async () => {
    const connection = await open();
    const sessions = [newSession(), newSession()];
    for (const session of sessions) await subscribe(project, session, { connection });
    expect((await disconnect(connection.id))?.userId).toBe('alice');
    expect(await disconnect(connection.id)).toBeUndefined();
    expect(await Promise.all(sessions.map((session) => listening(project, session)))).toEqual([[], []]);
    expect(await getItem(userKeys.connection(alice, connection.id))).toBeUndefined();
    expect(await getItem(pointerKeys.connection(connection.id))).toBeUndefined();
  });

  test('a closed connection cannot subscribe during its own removal', async () => {
    const connection = await open();
    await disconnect(connection.id);
    const session = newSession();
    await expect(subscribe(project, session, { connection })).rejects.toThrow(Conflict);
    expect(await listening(project, session)).toEqual([]);
  });

  test('a connection subscribes to at most 50 sessions, and to each of them repeatedly', async () => {
    const connection = await open();
    const sessions = Array.from({ length: 50 }, newSession);
    await Promise.all(sessions.map((session) => subscribe(project, session, { connection })));
    await expect(subscribe(project, newSession(), { connection })).rejects.toThrow(TooManyRequests);
    await expect(subscribe(project, sessions[7]!, { connection })).resolves.toBeUndefined();
  });

  test('a connection whose token has expired receives nothing more', async () => {
    const connection = await open();
    const session = newSession();
    await subscribe(project, session, { connection });
    expect(await listening(project, session, at(now + 902_000))).toEqual([]);
  });

  test('a connection stays authorized until its token expires or its sign-in is ended', async () => {
    expect(await isStillAuthorized(identity, at(now))).toBe(true);
    expect(await isStillAuthorized(identity, at(now + 900_000))).toBe(false);
    await putItem({ ...userKeys.revoked(alice, 'fam-ended'), v: SCHEMA_VERSION, expires_at: now / 1000 + 60 });
    expect(await isStillAuthorized({ ...identity, family: 'fam-ended' }, at(now))).toBe(false);
  });

  test('a connection of an API key stays authorized until the key is revoked', async () => {
    const { family: _f, expiresAt: _e, ...rest } = identity;
    const key: Identity = { ...rest, via: 'key', credential: 'key_1', tier: 'standard' };
    expect(await isStillAuthorized(key)).toBe(false);
    await putItem({ ...userKeys.apiKey(alice, 'key_1'), v: SCHEMA_VERSION });
    expect(await isStillAuthorized(key)).toBe(true);
  });
});

describe('a ticket', () => {
  test('a ticket stands for the user who asked for it, once', async () => {
    const { ticket, expires_in } = await issueTicket(identity);
    expect(expires_in).toBe(30);
    const redeemed = await Promise.all([redeemTicket(ticket), redeemTicket(ticket), redeemTicket(ticket)]);
    const speakers = redeemed.filter((one) => one !== undefined);
    expect(speakers).toHaveLength(1);
    expect(speakers[0]).toMatchObject({
      credential: 'jti-1',
      tier: 'standard',
      family: 'fam-1',
      projectId: 'prj_home',
    });
    expect(await redeemTicket(ticket)).toBeUndefined();
  });

  test('a ticket is refused after 30 seconds, or when its token has expired', async () => {
    const late = await issueTicket(identity, at(now));
    expect(await redeemTicket(late.ticket, at(now + 30_000))).toBeUndefined();
    const short = await issueTicket({ ...identity, expiresAt: now + 5_000 }, at(now));
    expect(await redeemTicket(short.ticket, at(now + 6_000))).toBeUndefined();
  });

  test('a ticket is refused after its owner has signed out', async () => {
    const { ticket } = await issueTicket({ ...identity, family: 'fam-left' });
    await putItem({ ...userKeys.revoked(alice, 'fam-left'), v: SCHEMA_VERSION, expires_at: now / 1000 + 60 });
    expect(await redeemTicket(ticket)).toBeUndefined();
  });

  test('a ticket is stored only as a hash', async () => {
    const { ticket } = await issueTicket(identity);
    expect(await getItem(pointerKeys.ticket(ticket))).toBeUndefined();
    expect(await redeemTicket(`${ticket}x`)).toBeUndefined();
    expect(await redeemTicket(ticket)).toBeDefined();
  });
});
