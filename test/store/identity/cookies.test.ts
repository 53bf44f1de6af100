import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { call, emailOf, PASSWORD, registered } from '../../support/identity.ts';
import { inIdentity } from '../../support/in-identity.ts';
import { type Answer, type Call, cookieFrom } from '../../support/rest.ts';

/* Requirements: ID1. */

const APP = 'https://app.example.com';

inIdentity();

beforeAll(() => registered('alice'));

afterEach(() => {
  delete process.env[ENV.allowedOrigins];
});

const signIn = (more: Call = {}): Promise<Answer> =>
  call('POST', '/auth/login', { body: { email: emailOf('alice'), password: PASSWORD }, ...more });
const from = (origin: string): Call => ({ headers: { Origin: origin } });
const refresh = (session: Answer, more: Call = {}) =>
  call('POST', '/auth/refresh', { cookie: cookieFrom(session), ...more });
const pathOf = ({ cookies }: Answer): string | undefined => /Path=([^;]+)/.exec(cookies[0] ?? '')?.[1];

describe('the path of the refresh cookie', () => {
  test.each([
    ['/dev', '/dev/auth'],
    ['', '/auth'],
  ])('the path of the refresh cookie begins with the client’s base path (%j): %s', async (basePath, path) => {
    const session = await signIn({ basePath });
    expect(pathOf(session)).toBe(path);
    expect(pathOf(await refresh(session, { basePath }))).toBe(path);
    expect(pathOf(await call('POST', '/auth/logout', { cookie: cookieFrom(session), basePath }))).toBe(path);
  });
});

describe('a page of our own site, or a program', () => {
  test('a page of our own site gets a cookie that no other site’s request carries', async () => {
    process.env[ENV.allowedOrigins] = APP;
    for (const session of [await signIn(), await signIn(from('https://other.example.com'))]) {
      expect(session.cookies[0]).toMatch(/^artel_refresh=.+; SameSite=Strict;/);
      expect((await refresh(session)).status).toBe(200);
    }
  });

  test('a page of our own site gets the same cookie where every origin may read answers, for then none may send cookies', async () => {
    process.env[ENV.allowedOrigins] = '*';
    expect((await signIn(from(APP))).cookies[0]).toContain('SameSite=Strict');
  });
});

describe('a page of an origin that the deployment names', () => {
  test('a page of an allowed origin gets a cookie that its cross-site requests carry, and refreshes and signs out with it', async () => {
    process.env[ENV.allowedOrigins] = `http://localhost:3000,${APP}`;
    const session = await signIn(from(APP));
    expect(session.cookies[0]).toMatch(/; HttpOnly; Secure; SameSite=None; Partitioned; /);
    expect(session.headers['access-control-allow-credentials']).toBe('true');
    const next = await refresh(session, from(APP));
    expect(next.status).toBe(200);
    const out = await call('POST', '/auth/logout', { cookie: cookieFrom(next), ...from(APP) });
    expect(out).toMatchObject({ status: 204, cookies: [expect.stringMatching(/=; .*SameSite=None; .*Max-Age=0$/)] });
    expect((await refresh(next, from(APP))).status).toBe(401);
  });

  test('a page of an allowed origin is known by a device cookie of the same kind', async () => {
    process.env[ENV.allowedOrigins] = APP;
    const [, device] = (await signIn(from(APP))).cookies;
    expect(device).toMatch(/^artel_device_cross_site=.+; Path=\/auth; HttpOnly; Secure; SameSite=None; Partitioned; /);
  });

  test.each([
    ['from a site that is not named', from('https://evil.example')],
    ['from a page without an origin of its own', from('null')],
    ['from a name that only begins like it', from(`${APP}.evil.example`)],
    ['without an origin', {}],
  ])('the cookie of an allowed origin cannot be used %s', async (_what, forged) => {
    process.env[ENV.allowedOrigins] = APP;
    const session = await signIn(from(APP));
    expect((await refresh(session, forged)).status).toBe(401);
    expect((await call('POST', '/auth/logout', { cookie: cookieFrom(session), ...forged })).status).toBe(401);
    expect((await refresh(session, from(APP))).status).toBe(200);
  });
});
