import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE } from '../../../shared/core/clock.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import type { EgressFetch } from '../../../shared/egress/index.ts';
import { deliveryItem, deliveryOf } from '../../../shared/notifications/deliveries/delivery.ts';
import { redeliver } from '../../../shared/notifications/deliveries/manage.ts';
import {
  attempt,
  changeWebhook,
  createWebhook,
  listWebhooks,
  rotateSecret,
} from '../../../shared/notifications/index.ts';
import { putItem } from '../../../shared/store/index.ts';
import { startTestDataKey } from '../../support/data-key.ts';
import { inTable } from '../../support/in-table.ts';
import { type RecordedQueues, startRecordedQueues } from '../../support/recorded-queues.ts';
import { projectOf } from '../../support/tool-call.ts';
import { deliveriesOf } from './world.ts';

/* Requirements: QA3, BT8. */

const here = inTable();
let queues: RecordedQueues;
let keys: { stop(): Promise<void> };
beforeAll(async () => {
  [queues, keys] = [await startRecordedQueues(), await startTestDataKey()];
});
afterAll(async () => {
  await queues.stop();
  await keys.stop();
});

const origin = { sourceIp: '192.0.2.1', userAgent: 'test', requestId: 'req_1' };
const given = { name: 'CI', url: 'https://ci.example.com', events: ['run_completed'], permissions: [] };
const later = { now: () => Date.now() + 5 * MINUTE };
const fetch: EgressFetch = async () => new Response('ok');
type Made = { project: ProjectScope; webhook: string; delivery: string };
const named = ({ webhook, delivery }: Made) => ({ webhook_id: webhook, delivery_id: delivery });

type Case = { action: string; act(of: Made): Promise<unknown>; after: unknown };

/** Of a webhook with one delivery that is due: names of webhooks, whether one has a former secret, states and attempts. */
const cases: Record<string, Case> = {
  'a webhook': {
    action: 'TransactWriteItems',
    act: ({ project }) => createWebhook(project.user, { ...given, name: 'Other' }, { origin }),
    after: [['CI', 'Other'], false, ['pending 0']],
  },
  'a change of a webhook': {
    action: 'TransactWriteItems',
    act: ({ project, webhook }) => changeWebhook(project.user, webhook, { change: { name: 'Changed' }, origin }),
    after: [['Changed'], false, ['pending 0']],
  },
  'a new secret': {
    action: 'TransactWriteItems',
    act: ({ project, webhook }) => rotateSecret(project.user, webhook, { origin }),
    after: [['CI'], true, ['pending 0']],
  },
};

const standing = async ({ project, webhook }: Made): Promise<unknown> => {
  const { items } = await listWebhooks(project.user, { limit: 10 });
  const deliveries = await deliveriesOf(project.user, webhook);
  return [
    items.map(({ name }) => name),
    items[0]?.former_secret_until !== null,
    deliveries.map(({ state, attempts }) => `${state} ${attempts}`),
  ];
};

const begun = async (name: string): Promise<Made> => {
  const project = projectOf(`alice-${name.replaceAll(' ', '-')}`);
  const { id: webhook } = await createWebhook(project.user, { ...given, project }, { origin });
  const now = Date.now();
  const told = { event_type: 'run_completed', line: '{"payload":{}}', at: now };
  const made = deliveryOf(project, webhook, told, { id: newId('dlv'), now });
  await putItem(deliveryItem(project.user, made));
  return { project, webhook, delivery: made.delivery_id };
};

/** As often as the store is asked before a request gives up. */
const ATTEMPTS = 5;

describe.each(Object.entries(cases))('%s', (name, { action, act, after }) => {
  test(`${name}: nothing is half there when the store fails, and it can be repeated`, async () => {
    const made = await begun(`failing ${name}`);
    const before = await standing(made);
    await here.table.injectFault({ action, times: ATTEMPTS, error: 'InternalServerError' });
    await expect(act(made)).rejects.toThrow();
    expect(await standing(made)).toEqual(before);
    await act(made);
    expect(await standing(made)).toEqual(after);
  });

  test(`${name}: it is there once when the store's answer is lost`, async () => {
    const made = await begun(`unanswered ${name}`);
    await here.table.injectFault({ action, times: 1, error: 'drop-reply' });
    await act(made);
    expect(await standing(made)).toEqual(after);
  });
});

test('an attempt whose claim was answered by nobody is made by the next who comes', async () => {
  const made = await begun('claim');
  await here.table.injectFault({ action: 'UpdateItem', times: 1, error: 'drop-reply' });
  await attempt(made.project.user, named(made), { fetch });
  await attempt(made.project.user, named(made), { fetch, clock: later });
  expect((await deliveriesOf(made.project.user, made.webhook))[0]).toMatchObject({ state: 'delivered' });
});

test("a delivery that is repeated by hand is under way once when the store's answer is lost", async () => {
  const made = await begun('repeat');
  await attempt(made.project.user, named(made), { fetch });
  await here.table.injectFault({ action: 'UpdateItem', times: 1, error: 'drop-reply' });
  await redeliver(made.project.user, { webhook: made.webhook, id: made.delivery });
  expect((await deliveriesOf(made.project.user, made.webhook))[0]).toMatchObject({ state: 'pending', attempts: 0 });
});

test('a delivery that is repeated by hand while it is attempted is made once', async () => {
  const made = await begun('under way');
  const asked = () => redeliver(made.project.user, { webhook: made.webhook, id: made.delivery });
  let posts = 0;
  const asking: EgressFetch = async (...request) => {
    posts += 1;
    expect(await asked()).toMatchObject({ id: made.delivery, state: 'pending', attempts: 1 });
    await attempt(made.project.user, named(made), { fetch: asking });
    return fetch(...request);
  };
  await attempt(made.project.user, named(made), { fetch: asking });
  expect(posts).toBe(1);
  expect((await deliveriesOf(made.project.user, made.webhook))[0]).toMatchObject({ state: 'delivered', attempts: 1 });
});

test('a delivery that is repeated by hand while it waits for hours is attempted at once, and counts as the one it was', async () => {
  const made = await begun('waiting');
  const [waits] = await deliveriesOf(made.project.user, made.webhook);
  await putItem(deliveryItem(made.project.user, { ...waits!, attempts: 4, due_at: Date.now() + 60 * MINUTE }));
  await attempt(made.project.user, named(made), { fetch });
  expect((await deliveriesOf(made.project.user, made.webhook))[0]).toMatchObject({ state: 'pending', attempts: 4 });
  const again = await redeliver(made.project.user, { webhook: made.webhook, id: made.delivery });
  expect(again).toMatchObject({ state: 'pending', attempts: 4 });
  await attempt(made.project.user, named(made), { fetch });
  expect((await deliveriesOf(made.project.user, made.webhook))[0]).toMatchObject({ state: 'delivered', attempts: 5 });
});
