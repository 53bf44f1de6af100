import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Context } from 'aws-lambda';
import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { streamResponse } from '../../../../functions/middleware/stream-response.ts';
import { emptyReply, operation } from '../../../../functions/routing/operation.ts';
import { accountItem, NEW_ACCOUNT } from '../../../../shared/accounts/index.ts';
import type { Identity } from '../../../../shared/core/identity.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { deleteItem, putItem, SCHEMA_VERSION, userKeys } from '../../../../shared/store/index.ts';
import { always } from '../../../support/admit.ts';
import { inTable } from '../../../support/in-table.ts';
import { restEvent } from '../../../support/rest.ts';

/* Requirements: ID3, ID11, ID12. */

inTable();

const ADMINISTRATOR = { ...NEW_ACCOUNT, roles: ['user' as const, 'admin' as const] };
const alice = authenticated({ userId: 'alice', roles: ADMINISTRATOR.roles });
const signedIn: Identity = {
  scope: alice,
  projectId: 'prj_home',
  via: 'token',
  credential: 'jti',
  family: 'fam_01KAJ5Q000ABCDEFGHJKMNPQRS',
  tier: 'standard',
};
const denied = userKeys.revoked(alice, String(signedIn.family));

beforeEach(async () => {
  await putItem(accountItem(alice, ADMINISTRATOR));
  await deleteItem(denied);
});

/** An export of a line a second, in time that passes only between them; `happens` before the third line. */
const exported = async (
  happens: () => Promise<unknown>,
  { access = 'user', identity = signedIn }: { access?: 'user' | 'admin'; identity?: Identity } = {},
): Promise<string> => {
  let now = Date.parse('2026-11-21T08:00:00Z');
  async function* lines(): AsyncGenerator<string> {
    for (let second = 1; second <= 6; second += 1) {
      now += 1_000;
      if (second === 3) await happens();
      yield `${second} `;
    }
  }
  const asked = operation({
    method: 'GET',
    path: '/my/lines',
    summary: 'A test',
    access,
    success: { status: 200, schema: z.string() },
    handle: async () => ({
      ...emptyReply(200, { headers: { 'content-type': 'application/x-ndjson' } }),
      stream: lines(),
    }),
  });
  const out = new PassThrough();
  const context = { awsRequestId: 'req-1', getRemainingTimeInMillis: () => 900_000 } as Context;
  const tools = { operations: [asked], authenticate: async () => identity, admit: always, clock: { now: () => now } };
  const [said] = await Promise.allSettled([
    text(out),
    streamResponse(restEvent('GET', '/my/lines', { token: 'token' }), context, () => out, tools),
  ]);
  return said.status === 'fulfilled' ? said.value : 'broken off';
};

test('an export under way breaks off when its sign-in is ended', async () => {
  const end = () => putItem({ ...denied, v: SCHEMA_VERSION, expires_at: 9_999_999_999 });
  expect(await exported(end)).toBe('broken off');
});

test('an export under way breaks off when its owner is locked', async () => {
  const lock = () => putItem(accountItem(alice, { ...ADMINISTRATOR, locked: true }));
  expect(await exported(lock)).toBe('broken off');
});

const takeRole = () => putItem(accountItem(alice, NEW_ACCOUNT));

test('an export for administrators breaks off when the role is taken away, and no other does', async () => {
  expect(await exported(takeRole, { access: 'admin' })).toBe('broken off');
  expect(await exported(takeRole)).toBe('1 2 3 4 5 6 ');
});

test('an export for administrators goes on for whom another issuer made one', async () => {
  const { family: _, ...issued } = signedIn;
  expect(await exported(takeRole, { access: 'admin', identity: issued })).toBe('1 2 3 4 5 6 ');
});
