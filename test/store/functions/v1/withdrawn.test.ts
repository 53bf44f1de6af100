import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { emptyReply, operation } from '../../../../functions/routing/operation.ts';
import { streamResponse } from '../../../../functions/v1/stream-response.ts';
import type { Identity } from '../../../../shared/core/identity.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { deleteItem, putItem, SCHEMA_VERSION, userKeys } from '../../../../shared/store/index.ts';
import { withAccounts } from '../../../support/accounts.ts';
import { inTable } from '../../../support/in-table.ts';
import { restEvent } from '../../../support/rest.ts';

/* Requirements: ID3. */

inTable();

const alice = authenticated({ userId: 'alice' });
withAccounts(alice);
const key: Identity = { scope: alice, projectId: 'prj_home', via: 'key', credential: 'key_1', tier: 'standard' };

/** An answer of a piece a second, in time that passes only between them; `happens` before the piece of that number. */
const streamed = async (identity: Identity, happens: Record<number, () => Promise<unknown>> = {}): Promise<string> => {
  let now = Date.parse('2026-11-21T08:00:00Z');
  async function* pieces(signal: AbortSignal): AsyncGenerator<string> {
    for (let second = 1; second <= 6; second += 1) {
      now += 1_000;
      await happens[second]?.();
      if (signal.aborted) {
        yield `(${signal.reason.message})`;
        return;
      }
      yield `${second} `;
    }
  }
  const asked = operation({
    method: 'POST',
    path: '/v1/test',
    summary: 'A test',
    access: 'user',
    body: z.object({}),
    success: { status: 200 },
    handle: async ({ request: { signal } }) => ({ ...emptyReply(200), stream: pieces(signal as AbortSignal) }),
  });
  const client = new PassThrough();
  const context = { awsRequestId: 'req-1', getRemainingTimeInMillis: () => 900_000 } as Context;
  const tools = { operations: [asked], authenticate: async () => identity, clock: { now: () => now } };
  const event = restEvent('POST', '/v1/test', { token: 'token', body: {} });
  const [said] = await Promise.all([text(client), streamResponse(event, context, client, () => client, tools)]);
  return said;
};

test('R9: an answer under way ends with an error within two seconds of its API key being revoked', async () => {
  await putItem({ ...userKeys.apiKey(alice, 'key_1'), v: SCHEMA_VERSION });
  const said = await streamed(key, { 3: () => deleteItem(userKeys.apiKey(alice, 'key_1')) });
  expect(said).toBe('1 2 3 (The sign-in of this request has ended, or its API key was revoked.)');
});

test('R9: an answer whose last event is on its way when its API key is revoked still says how it ended', async () => {
  await putItem({ ...userKeys.apiKey(alice, 'key_1'), v: SCHEMA_VERSION });
  const said = await streamed(key, { 6: () => deleteItem(userKeys.apiKey(alice, 'key_1')) });
  expect(said).toBe('1 2 3 4 5 6 ');
});

test('an answer under way outlives the token it was asked for with', async () => {
  const token: Identity = {
    ...key,
    via: 'token',
    credential: 'jti',
    tier: 'standard',
    expiresAt: Date.parse('2026-11-21T08:00:03Z'),
  };
  expect(await streamed(token)).toBe('1 2 3 4 5 6 ');
});
