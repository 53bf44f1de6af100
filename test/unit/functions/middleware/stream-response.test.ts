import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { streamResponse } from '../../../../functions/middleware/stream-response.ts';
import { emptyReply, operation } from '../../../../functions/routing/operation.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { always } from '../../../support/admit.ts';
import { restEvent } from '../../../support/rest.ts';

/* Requirements: ID8. */

const identity = {
  scope: authenticated({ userId: 'alice', roles: ['user', 'admin'] }),
  projectId: 'prj_home',
  via: 'token' as const,
  credential: 'jti',
  tier: 'standard',
};

/** An export of these lines, and what it has come to. */
const exported = async (lines: () => AsyncGenerator<string>, { left = 60_000, read = true } = {}) => {
  const asked = operation({
    method: 'GET',
    path: '/admin/lines',
    summary: 'A test',
    access: 'admin',
    success: { status: 200, schema: z.string() },
    handle: async () => ({
      ...emptyReply(200, { headers: { 'content-type': 'application/x-ndjson' } }),
      stream: lines(),
    }),
  });
  const out = new PassThrough({ highWaterMark: 1 });
  const context = { awsRequestId: 'req-1', getRemainingTimeInMillis: () => left } as Context;
  const tools = { operations: [asked], authenticate: async () => identity, admit: always };
  const [body] = await Promise.allSettled([
    read ? text(out) : Promise.resolve(''),
    streamResponse(restEvent('GET', '/admin/lines', { token: 'x' }), context, () => out, tools),
  ]);
  return { out, body };
};

test('an export is sent line by line, to its end', async () => {
  const { body } = await exported(async function* () {
    for (let line = 1; line <= 3; line += 1) yield `${line}\n`;
  });
  expect(body).toEqual({ status: 'fulfilled', value: '1\n2\n3\n' });
});

test('an export that fails breaks the connection, so that nobody takes it for whole', async () => {
  const { body, out } = await exported(async function* () {
    yield '1\n';
    throw new Error('The table is gone.');
  });
  expect(body).toMatchObject({ status: 'rejected', reason: { code: 'ERR_STREAM_PREMATURE_CLOSE' } });
  expect(out.writableEnded).toBe(false);
});

test('an export that outlasts its function breaks off before that, and reads no further', async () => {
  let read = 0;
  const { out } = await exported(
    async function* () {
      for (;;) {
        read += 1;
        yield `${read}\n`;
      }
    },
    { left: 2_400, read: false },
  );
  expect(out.writableEnded).toBe(false);
  expect(out.destroyed).toBe(true);
  expect(read).toBeLessThan(10);
});
