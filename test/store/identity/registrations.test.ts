import { beforeEach, expect, test, vi } from 'vitest';
import { admitRegistration, REGISTRATION_LIMIT } from '../../../shared/limits/index.ts';
import { call, emailOf, PASSWORD } from '../../support/identity.ts';
import { inIdentity } from '../../support/in-identity.ts';

inIdentity();

beforeEach(() => {
  vi.useRealTimers();
});

const register = (name: string, sourceIp: string) =>
  call('POST', '/auth/register', { body: { email: emailOf(name), password: PASSWORD }, sourceIp });
/** As if so many had registered from there, without the work of hashing their passwords. */
const crowd = (times: number, sourceIp: string) =>
  Promise.all(Array.from({ length: times }, () => admitRegistration(sourceIp, Date.now())));

test('too many registrations from one address are refused for a quarter of an hour, and no other address is', async () => {
  await crowd(REGISTRATION_LIMIT - 1, '198.51.100.1');
  expect((await register('alice', '198.51.100.1')).status).toBe(201);
  const refused = await register('bob', '198.51.100.1');
  expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } });
  expect((await register('bob', '198.51.100.2')).status).toBe(201);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 + 1 });
  expect((await register('carol', '198.51.100.1')).status).toBe(201);
});

test('a failed registration counts, because it reveals whether an e-mail address is taken', async () => {
  await register('dora', '198.51.100.3');
  expect((await register('dora', '198.51.100.3')).status).toBe(409);
  await crowd(REGISTRATION_LIMIT - 2, '198.51.100.3');
  expect((await register('dora', '198.51.100.3')).status).toBe(429);
});

test('of many registrations at once exactly the limit is admitted', async () => {
  const asked = Array.from({ length: REGISTRATION_LIMIT + 10 }, () => admitRegistration('198.51.100.4', Date.now()));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(REGISTRATION_LIMIT);
});
