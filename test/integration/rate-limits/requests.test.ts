import { expect, test } from 'vitest';
import { epochSeconds, MINUTE } from '../../../shared/core/clock.ts';
import { ENV } from '../../../shared/core/environment.ts';
import { VISITOR_LIMIT } from '../../../shared/limits/index.ts';
import { networkHash } from '../../../shared/limits/network.ts';
import { pointerKeys } from '../../../shared/store/index.ts';
import { PASSWORD, type Person, request, startArtel } from '../../support/artel.ts';
import { socketTicket } from '../../support/event-client.ts';
import { inArtel } from '../../support/in-artel.ts';
import { talk } from '../events/talk.ts';

/* Requirements: API3. */

const minute = { requests: 30, heavyRequests: 6 };
const here = inArtel(() => startArtel({ environment: { [ENV.tiers]: JSON.stringify({ standard: { minute } }) } }));

type Answer = Awaited<ReturnType<Person['call']>>;

/** The first answer that refuses, and how many were admitted before. Containers count apart, and so admit a few more. */
const until429 = async (ask: () => Promise<Answer>): Promise<{ admitted: number; answer: Answer }> => {
  for (let admitted = 0; admitted < 300; admitted += 1) {
    const answer = await ask();
    if (answer.status === 429) return { admitted, answer };
    expect(answer.status).toBeLessThan(300);
  }
  throw new Error('Nothing was ever refused.');
};

test('a person may ask as often in a minute as their tier says; then they are told when to try again', async () => {
  const bob = await here.artel.register('bob');
  const first = await bob.call('GET', '/my');
  expect(first.headers.get('ratelimit-policy')).toBe('"user";q=30;w=60');
  expect(first.headers.get('ratelimit')).toMatch(/^"user";r=29;t=\d+$/);
  const { admitted, answer } = await until429(() => bob.call('GET', '/my'));
  expect(admitted).toBeGreaterThanOrEqual(29);
  expect(answer.body).toMatchObject({ error_code: 'too_many_requests' });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect(answer.headers.get('ratelimit')).toMatch(/^"user";r=0;t=\d+$/);
  expect((await here.alice.call('GET', '/my')).status).toBe(200);
});

test('fewer of those are admitted that ask a model, in the shape of the client’s own API', async () => {
  const carol = await here.artel.register('carol');
  const ask = () => carol.call('POST', '/v1/embeddings', { model: 'text-embedding-3-small', input: 'sea' });
  const { admitted, answer } = await until429(ask);
  expect(admitted).toBeGreaterThanOrEqual(6);
  expect(answer.body).toMatchObject({ error: { type: expect.any(String) } });
  expect(answer.headers.get('ratelimit-policy')).toBe('"user";q=30;w=60, "heavy";q=6;w=60');
  expect((await carol.call('GET', '/my')).status).toBe(200);
});

test('a key has a limit of its own besides its owner’s', async () => {
  const dave = await here.artel.register('dave');
  const made = await dave.call('POST', '/my/keys', { name: 'ci', rate_limit: 3 });
  expect(made.body).toMatchObject({ rate_limit: 3 });
  expect((await dave.call('GET', '/my/keys')).body).toMatchObject({ items: [{ rate_limit: 3 }] });
  expect((await dave.call('POST', '/my/keys', { name: 'ci', rate_limit: 0 })).status).toBe(422);
  const authorization = `Bearer ${made.body.key}`;
  const { admitted, answer } = await until429(() => dave.call('GET', '/my', undefined, { authorization }));
  expect(admitted).toBeLessThan(15);
  expect(answer.headers.get('ratelimit')).toMatch(/"key";r=0;t=\d+$/);
  expect((await dave.call('GET', '/my')).status).toBe(200);
});

test('what is said over a socket counts too', async () => {
  const erin = await here.artel.register('erin');
  const socket = await talk(await socketTicket(erin));
  const answers = [];
  for (let said = 0; said < 60; said += 1) answers.push(await socket.say({ action: 'ping' }));
  socket.leave();
  const refused = answers.find(({ ok }) => ok === false);
  expect(refused).toMatchObject({ error: { error_code: 'too_many_requests' } });
});

test('whoever has not signed in is counted by the network they come from, and only where they write', async () => {
  const { url } = here.artel.cloud;
  const window = Math.floor(Date.now() / MINUTE);
  const visit = () => request(url, 'POST', '/auth/reset/complete', { token: 'none', password: PASSWORD });
  const first = await visit();
  expect(first.headers.get('ratelimit-policy')).toBe(`"address";q=${VISITOR_LIMIT};w=60`);
  expect(first.headers.get('ratelimit')).toMatch(/^"address";r=\d+;t=\d+$/);
  // As if others of the network had been there, in this minute and the next.
  for (const minute of [window, window + 1]) {
    const key = pointerKeys.requestsFrom(networkHash('127.0.0.1'), minute);
    await here.operator.put({ ...key, v: 1, all: VISITOR_LIMIT, expires_at: epochSeconds(Date.now() + 5 * MINUTE) });
  }
  let answer = await visit();
  for (let again = 0; again < 5 && answer.status !== 429; again += 1) answer = await visit();
  expect(answer).toMatchObject({ status: 429, body: { error_code: 'too_many_requests' } });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect((await request(url, 'GET', '/auth/.well-known/jwks.json')).status).toBe(200);
  expect((await here.alice.call('GET', '/my')).status).toBe(200);
});
