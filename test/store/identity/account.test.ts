import { describe, expect, test } from 'vitest';
import { authenticated } from '../../../shared/core/scope.ts';
import { queryAll, ranges } from '../../../shared/store/index.ts';
import { call, emailOf, login, PASSWORD, registered, signedIn } from '../../support/identity.ts';
import { inIdentity } from '../../support/in-identity.ts';

/* Requirements: ID1. */

inIdentity();

describe('registering', () => {
  test('registering answers the new user, without any secret', async () => {
    const body = { email: ' Alice@Example.ORG ', password: PASSWORD, display_name: 'Alice' };
    const answer = await call('POST', '/auth/register', { body });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      user: {
        id: expect.stringMatching(/^[0-9a-z]{26}$/),
        email: 'alice@example.org',
        display_name: 'Alice',
        roles: ['user'],
        tier: expect.any(String),
        created_at: expect.stringMatching(/Z$/),
      },
    });
  });

  test('registering a taken address answers 409, however it is spelt', async () => {
    await registered('bob');
    const again = await call('POST', '/auth/register', { body: { email: 'BOB@example.org', password: PASSWORD } });
    expect(again).toMatchObject({ status: 409, body: { error_code: 'conflict' } });
  });

  test('registering one address several times at once succeeds exactly once', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => registered('carol')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect((await login('carol')).status).toBe(200);
  });

  test.each([
    ['a short password', { email: 'dora@example.org', password: '123456789' }],
    ['a very long password', { email: 'dora@example.org', password: 'x'.repeat(257) }],
    ['no e-mail address', { email: 'dora', password: PASSWORD }],
    ['a role of one’s own choice', { email: 'dora@example.org', password: PASSWORD, roles: ['admin'] }],
  ])('registering refuses %s', async (_, body) => {
    expect(await call('POST', '/auth/register', { body })).toMatchObject({ status: 422 });
  });

  test.each([
    ['a common one', 'qwertyuiop'],
    ['a common one in capitals', '1QAZ2WSX3EDC'],
    ['a common word and a year', 'Football2026!'],
    ['a row of keys', '0123456789'],
    ['one letter', 'aaaaaaaaaaaa'],
    ['a few letters over and over', 'abcabcabcabc'],
    ['blanks', '            '],
    ['the e-mail address', ' Eve.Example@Example.org'],
    ['its first part', 'eve.example'],
  ])('R8: registering refuses a password that is guessed first, and says so: %s', async (_, password) => {
    const body = { email: 'eve.example@example.org', password };
    const answer = await call('POST', '/auth/register', { body });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'password' }] } });
    expect(answer.body.errors[0].message).toMatch(/^(Must not be|Is among) .+\.$/);
  });

  test('R8: registering takes a password that only holds a common word', async () => {
    for (const [at, password] of ['my football is blue', 'Zebra-Lantern-42', 'тихая река вечером'].entries()) {
      const body = { email: `fred${at}@example.org`, password };
      expect((await call('POST', '/auth/register', { body })).status).toBe(201);
    }
  });

  test('registering makes a default project', async () => {
    const { token } = await signedIn('erin');
    const { body: me } = await call('GET', '/my', { token });
    const { body: projects } = await call('GET', '/my/projects', { token });
    expect(projects.items).toEqual([expect.objectContaining({ id: me.default_project_id, is_default: true })]);
  });
});

describe('signing in', () => {
  test('signing in gives an access token that works, and hides the refresh token from scripts', async () => {
    const { token, id, session } = await signedIn('frank');
    expect(session.body).toMatchObject({ token_type: 'Bearer', expires_in: 900, user: { id } });
    expect(session.cookies[0]).toMatch(
      /^artel_refresh=[^;]+; Path=\/auth; HttpOnly; Secure; SameSite=Strict; Max-Age=2592000$/,
    );
    expect(JSON.stringify(session.body)).not.toContain(session.cookies[0]?.split(/[=;]/)[1]);
    expect((await call('GET', '/my', { token })).body).toMatchObject({ id, email: emailOf('frank') });
  });

  test('signing in answers a wrong password and an unknown user with the same words', async () => {
    await registered('grace');
    const [wrong, nobody] = [await login('grace', 'not her password'), await login('nobody-here', PASSWORD)];
    const words = ({ body: { detail, error_code } }: typeof wrong) => ({ detail, error_code });
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(words(wrong)).toEqual(words(nobody));
  });

  test('signing in accepts the password in another Unicode form', async () => {
    const composed = 'caf\u00e9 au lait!';
    await call('POST', '/auth/register', { body: { email: emailOf('heidi'), password: composed } });
    expect((await login('heidi', composed.normalize('NFD'))).status).toBe(200);
  });

  test('no password and no refresh token is stored', async () => {
    const { id, session } = await signedIn('ivan');
    const stored: string[] = [];
    const user = authenticated({ userId: id });
    for (const partition of [ranges.user(user), ranges.signIn(user)]) {
      for await (const item of queryAll(partition)) stored.push(JSON.stringify(item));
    }
    const secret = session.cookies[0]?.split(';')[0]?.split('.').at(-1) ?? '';
    expect(secret.length).toBeGreaterThan(40);
    expect(stored.join()).toContain('scrypt');
    expect(stored.join()).not.toContain(PASSWORD);
    expect(stored.join()).not.toContain(secret);
  });

  test('signing in writes to the user’s audit log', async () => {
    const { token } = await signedIn('judy');
    await login('judy', 'not her password');
    const { body } = await call('GET', '/my/audit', { token });
    expect(body.items.map(({ action }: { action: string }) => action)).toEqual([
      'sign_in_failed',
      'signed_in',
      'registered',
    ]);
    expect(body.items[0]).toMatchObject({ source_ip: '203.0.113.7', request_id: expect.stringMatching(/^request-/) });
  });

  test('the audit log is listed page by page', async () => {
    const { token } = await signedIn('kim');
    await login('kim');
    const first = await call('GET', '/my/audit', { token, query: { limit: '2' } });
    const second = await call('GET', '/my/audit', { token, query: { limit: '2', cursor: first.body.next_cursor } });
    expect(first.body.items).toHaveLength(2);
    expect(second.body.items.map(({ action }: { action: string }) => action)).toEqual(['registered']);
    expect(second.body.next_cursor).toBeNull();
  });

  test('the audit log refuses a cursor of another list', async () => {
    const { token } = await signedIn('leo');
    const cursor = Buffer.from('PROFILE').toString('base64url');
    expect(await call('GET', '/my/audit', { token, query: { cursor } })).toMatchObject({ status: 422 });
  });
});
