import type { Context } from 'aws-lambda';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { MEANINGFUL_HEADERS } from '../../../functions/middleware/idempotency.ts';
import { restHandler } from '../../../functions/middleware/rest-handler.ts';
import { operation, reply } from '../../../functions/routing/operation.ts';
import { sha256 } from '../../../shared/core/digest.ts';
import { Conflict } from '../../../shared/core/errors.ts';
import type { Identity } from '../../../shared/core/identity.ts';
import { authenticated } from '../../../shared/core/scope.ts';
import { getItem, userKeys } from '../../../shared/store/index.ts';
import { inTable } from '../../support/in-table.ts';
import { caller, restEvent } from '../../support/rest.ts';

/* Requirements: API5. */

inTable();

let runs = 0;
let gate: Promise<void> | undefined;
let fail = false;

const operations = [
  operation({
    method: 'POST',
    path: '/my/things',
    summary: 'makes a thing',
    access: 'user',
    query: z.object({ wait: z.string().optional() }),
    body: z.object({ name: z.string() }),
    success: { status: 201, schema: z.unknown() },
    handle: async ({ body }) => {
      runs += 1;
      const run = runs;
      await gate;
      if (fail) throw new Conflict('Not now.');
      return reply(201, { ...body, run }, { headers: { 'x-kept': 'yes' } });
    },
  }),
];
const authenticate = async (token: string): Promise<Identity> => ({
  scope: authenticated({ userId: token }),
  projectId: 'prj_1',
  via: 'token',
  credential: 'c',
  tier: 'standard',
});
const handler = restHandler(operations, { authenticate });
const call = caller(handler);
const claimedUntil = async (key: string): Promise<unknown> =>
  (await getItem(userKeys.idempotency(authenticated({ userId: 'alice' }), sha256(key))))?.claimed_until;
/** In an invocation that has so many milliseconds left, of which the last second is for the answer. */
const makeWithin = async (left: number, key: string) => {
  const asking = { token: 'alice', body: { name: 'x' }, headers: { 'Idempotency-Key': key } };
  const context = { awsRequestId: 'invocation', getRemainingTimeInMillis: () => left } as Context;
  const { statusCode: status } = await handler(restEvent('POST', '/my/things', asking), context);
  return { status };
};
const make = (key: string, name = 'x', token = 'alice') =>
  call('POST', '/my/things', { token, body: { name }, headers: { 'Idempotency-Key': key } });

describe('a write under an Idempotency-Key', () => {
  test('a write under an Idempotency-Key happens once, and its repeats get the same answer', async () => {
    const first = await make('same');
    const second = await make('same');
    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 201, text: first.text });
    expect(second.headers).toMatchObject({ 'x-kept': 'yes', 'idempotency-replayed': 'true' });
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
  });

  test('a write under an Idempotency-Key answers 422 when the key comes back with another body', async () => {
    await make('reused', 'x');
    expect(await make('reused', 'y')).toMatchObject({ status: 422 });
  });

  test('a write under an Idempotency-Key answers 422, and says why, when the key comes back with another query', async () => {
    await make('asked');
    const options = { token: 'alice', body: { name: 'x' }, headers: { 'Idempotency-Key': 'asked' } };
    const other = await call('POST', '/my/things', { ...options, query: { wait: '5' } });
    expect(other).toMatchObject({ status: 422, body: { detail: expect.stringContaining('query') } });
  });

  test('a write under an Idempotency-Key answers 409 to a repeat while the first is still being carried out', async () => {
    let open: () => void = () => undefined;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const before = runs;
    const first = make('slow');
    await vi.waitFor(() => expect(runs).toBe(before + 1), { timeout: 20_000 });
    const second = await make('slow');
    open();
    gate = undefined;
    expect(second).toMatchObject({ status: 409, headers: { 'retry-after': '1' } });
    expect((await first).status).toBe(201);
    expect(runs).toBe(before + 1);
  });

  test('a write under an Idempotency-Key happens once however many requests come at the same time', async () => {
    const before = runs;
    const answers = await Promise.all(Array.from({ length: 6 }, () => make('many')));
    expect(runs).toBe(before + 1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text)).size).toBe(1);
  });

  test('a write under an Idempotency-Key may be retried after it failed', async () => {
    fail = true;
    expect((await make('failing')).status).toBe(409);
    fail = false;
    expect((await make('failing')).status).toBe(201);
  });

  test('a write under an Idempotency-Key may be repeated after a day', async () => {
    const first = await make('old');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * 60_000 + 2_000 });
    const second = await make('old');
    vi.useRealTimers();
    expect(second.status).toBe(201);
    expect(second.text).not.toBe(first.text);
  });

  test('an Idempotency-Key can be taken over once the first request cannot be running any more', async () => {
    gate = new Promise(() => undefined);
    const before = runs;
    void make('crashed');
    await vi.waitFor(() => expect(runs).toBe(before + 1), { timeout: 20_000 });
    gate = undefined;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 36_000 });
    const second = await make('crashed');
    vi.useRealTimers();
    expect(second.status).toBe(201);
  });

  test('R7: a request may take minutes: until it ends its repeats answer 409, and it is carried out once', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    const before = runs;
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    const first = make('minutes');
    await vi.waitFor(() => expect(runs).toBe(before + 1), { timeout: 20_000 });
    for (let interval = 0; interval < 9; interval += 1) {
      vi.advanceTimersByTime(10_000);
      await vi.waitFor(async () => expect(await claimedUntil('minutes')).toBeGreaterThan(Date.now() + 30_000), {
        timeout: 20_000,
      });
    }
    const repeat = await make('minutes');
    gate = undefined;
    resolve();
    expect(repeat.status).toBe(409);
    expect((await first).status).toBe(201);
    expect((await make('minutes')).text).toBe((await first).text);
    expect(runs).toBe(before + 1);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  test('R7: a request whose time was up while it was carried out is not begun again by its repeat', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    const before = runs;
    expect((await makeWithin(1_100, 'late')).status).toBe(503);
    expect((await make('late')).status).toBe(409);
    expect(runs).toBe(before + 1);
    gate = undefined;
    resolve();
  });

  test.each(MEANINGFUL_HEADERS)('R7: an Idempotency-Key that comes back with another %s is refused', async (name) => {
    const key = `with-${name}`;
    const asking = (value: string) => {
      const headers = { 'Idempotency-Key': key, [name]: value };
      return call('POST', '/my/things', { token: 'alice', body: { name: 'x' }, headers });
    };
    expect((await asking('one')).status).toBe(201);
    expect((await asking('other')).status).toBe(422);
    expect((await asking('one')).headers['idempotency-replayed']).toBe('true');
  });

  test('an Idempotency-Key is unrelated to another user’s equal key', async () => {
    const [mine, theirs] = [await make('shared', 'x', 'alice'), await make('shared', 'x', 'bob')];
    expect(theirs.status).toBe(201);
    expect(theirs.text).not.toBe(mine.text);
  });

  test.each(['', ' ', 'a b', 'x'.repeat(256)])('an Idempotency-Key of %j is refused', async (key) => {
    expect((await make(key)).status).toBe(400);
  });
});
