import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { handler } from '../../../../functions/dead-letters/handler.ts';
import { authenticated } from '../../../../shared/core/scope.ts';
import { getItem, putItem, runKeys, SCHEMA_VERSION } from '../../../../shared/store/index.ts';
import { inTable } from '../../../support/in-table.ts';

/* Requirements: BUS5. */

const here = inTable();

const work = { user_id: 'alice', project_id: 'prj_1', session_id: 'ses_1', run_id: 'run_1', task_id: 'tsk_1', wake: 3 };
const context = { awsRequestId: 'invocation-1' } as Context;
const key = runKeys.task(authenticated({ userId: 'alice' }).inProject('prj_1'), 'run_1', 'tsk_1');
const eventOf = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body, place) => ({ body, messageId: `message-${place}` }) as SQSRecord),
});

test('a task that still waits for its message is due at once', async () => {
  await putItem({ ...key, v: SCHEMA_VERSION, state: 'dispatched', wake: 3 });
  expect(await handler(eventOf(JSON.stringify(work)), context)).toEqual({ batchItemFailures: [] });
  expect(await getItem(key)).toMatchObject({ state: 'dispatched', due_at: expect.any(Number), dead_letters: 1 });
});

test.each([
  ['not JSON', '{'],
  ['no object', 'null'],
  ['no task', '{"hello":"world"}'],
])('a body that is %s is dropped, and the other records are handled', async (_what, body) => {
  await putItem({ ...key, v: SCHEMA_VERSION, state: 'dispatched', wake: 3 });
  expect(await handler(eventOf(body, JSON.stringify(work)), context)).toEqual({ batchItemFailures: [] });
  expect(await getItem(key)).toMatchObject({ dead_letters: 1 });
});

test('only records that could not be handled are delivered again', async () => {
  await here.table.injectFault({ action: 'UpdateItem', times: 5, error: 'InternalServerError' });
  const answer = await handler(eventOf('{', JSON.stringify(work)), context);
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }] });
});
