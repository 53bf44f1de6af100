import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect, findConnection } from '../../../shared/connections/index.ts';
import { ENV } from '../../../shared/core/environment.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { call, login, registered, startIdentity } from '../../support/identity.ts';
import { cookieFrom } from '../../support/rest.ts';

/* Requirements: ID1. */

let identity: Awaited<ReturnType<typeof startIdentity>>;
let sockets: Server;
const closed: string[] = [];
beforeAll(async () => {
  identity = await startIdentity();
  await registered('alice');
  sockets = createServer((request, response) => {
    closed.push(`${request.method} ${request.url}`);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => sockets.listen(0, '127.0.0.1', resolve));
  process.env[ENV.socketEndpoint] = `http://127.0.0.1:${(sockets.address() as AddressInfo).port}`;
});
afterAll(async () => {
  sockets.closeAllConnections();
  sockets.close();
  await identity.stop();
});
beforeEach(() => {
  vi.useRealTimers();
});

/** One more sign-in of the same user: what one of them does must leave the others alone. */
const signedIn = async () => {
  const session = await login('alice');
  return { session, token: session.body.access_token as string, id: session.body.user.id as string };
};

const refresh = (cookie: string) => call('POST', '/auth/refresh', { cookie });
const later = (milliseconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });
const actions = async (token: string): Promise<string[]> => {
  const { body } = await call('GET', '/my/audit', { token });
  return body.items.map(({ action }: { action: string }) => action);
};
const familyOf = (token: string): string =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).fam;

describe('refreshing', () => {
  test('refreshing gives a new access token and replaces the refresh token', async () => {
    const { session, id } = await signedIn();
    const answer = await refresh(cookieFrom(session));
    expect(answer).toMatchObject({ status: 200, body: { user: { id }, expires_in: 900 } });
    expect(answer.body.access_token).not.toBe(session.body.access_token);
    expect(cookieFrom(answer)).not.toBe(cookieFrom(session));
    expect((await refresh(cookieFrom(answer))).status).toBe(200);
    expect((await call('GET', '/my', { token: answer.body.access_token })).status).toBe(200);
  });

  test('refreshing in two tabs at once gives both the same successor', async () => {
    const { session } = await signedIn();
    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(cookieFrom(session))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(cookieFrom)).size).toBe(1);
  });

  test('reusing a refresh token later ends the sign-in: cookie, access tokens, everything', async () => {
    const { session, token } = await signedIn();
    const next = await refresh(cookieFrom(session));
    later(11_000);
    expect((await refresh(cookieFrom(session))).status).toBe(401);
    expect((await refresh(cookieFrom(next))).status).toBe(401);
    expect((await call('GET', '/my', { token })).status).toBe(401);
    expect((await call('GET', '/my', { token: next.body.access_token })).status).toBe(401);
    const again = await login('alice');
    expect(await actions(again.body.access_token)).toContain('refresh_reused');
  });

  test('reusing a refresh token that is several generations old ends the sign-in, too', async () => {
    const { session } = await signedIn();
    let newest = session;
    for (let time = 0; time < 3; time += 1) newest = await refresh(cookieFrom(newest));
    expect((await refresh(cookieFrom(session))).status).toBe(401);
    expect((await refresh(cookieFrom(newest))).status).toBe(401);
  });

  test('an invented token that names a sign-in leaves it alone', async () => {
    const { session } = await signedIn();
    const parts = cookieFrom(session).split('.');
    const invented = [...parts.slice(0, -1), 'A'.repeat(43)].join('.');
    expect((await refresh(invented)).status).toBe(401);
    expect((await refresh(cookieFrom(session))).status).toBe(200);
  });

  test('a sign-in ended by token reuse leaves the user’s other sign-ins alone', async () => {
    const { session } = await signedIn();
    const other = await login('alice');
    await refresh(cookieFrom(session));
    later(11_000);
    await refresh(cookieFrom(session));
    expect((await refresh(cookieFrom(other))).status).toBe(200);
  });

  test('refreshing ends after thirty days without a refresh', async () => {
    const { session } = await signedIn();
    later(30 * 24 * 60 * 60_000 + 2_000);
    expect((await refresh(cookieFrom(session))).status).toBe(401);
  });

  test.each(['', 'artel_refresh=', 'artel_refresh=nonsense', 'other=1'])(
    'refreshing refuses the cookie header %j',
    async (cookie) => {
      expect(await refresh(cookie)).toMatchObject({ status: 401, body: { error_code: 'unauthorized' } });
    },
  );
});

describe('signing out', () => {
  test('signing out ends the refresh token and every access token of the sign-in at once', async () => {
    const { session, token } = await signedIn();
    const next = await refresh(cookieFrom(session));
    const answer = await call('POST', '/auth/logout', { cookie: cookieFrom(next) });
    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(answer.cookies[0]).toMatch(/^artel_refresh=; .*Max-Age=0$/);
    for (const access of [token, next.body.access_token]) {
      expect((await call('GET', '/my', { token: access })).status).toBe(401);
    }
    expect((await refresh(cookieFrom(next))).status).toBe(401);
  });

  test('signing out works with the access token alone, for programs without cookies', async () => {
    const { session, token } = await signedIn();
    expect((await call('POST', '/auth/logout', { token })).status).toBe(204);
    expect((await call('GET', '/my', { token })).status).toBe(401);
    expect((await refresh(cookieFrom(session))).status).toBe(401);
  });

  test('signing out leaves the user’s other sign-ins open', async () => {
    const { session } = await signedIn();
    const other = await login('alice');
    await call('POST', '/auth/logout', { cookie: cookieFrom(session) });
    expect((await call('GET', '/my', { token: other.body.access_token })).status).toBe(200);
    expect(await actions(other.body.access_token)).toContain('signed_out');
  });

  test('signing out again succeeds', async () => {
    const { session } = await signedIn();
    const out = () => call('POST', '/auth/logout', { cookie: cookieFrom(session) });
    expect([(await out()).status, (await out()).status]).toEqual([204, 204]);
  });

  test('signing out without any credentials answers 401', async () => {
    expect((await call('POST', '/auth/logout')).status).toBe(401);
    expect((await call('POST', '/auth/logout', { token: 'a.b.c' })).status).toBe(401);
  });

  test('signing out closes the sockets of the sign-in, and only those', async () => {
    const { id, token } = await signedIn();
    const other = await login('alice');
    const user = authenticated({ userId: id });
    const open = (name: string, family: string) =>
      connect(name, { scope: user, projectId: 'prj_home', via: 'token', credential: 'jti', tier: 'standard', family });
    await open('mine=', familyOf(token));
    await open('other=', familyOf(other.body.access_token));
    closed.length = 0;
    await call('POST', '/auth/logout', { token });
    expect(closed).toEqual(['DELETE /@connections/mine%3D']);
    expect(await findConnection('mine=')).toBeUndefined();
    expect(await findConnection('other=')).toBeDefined();
  });
});
