import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '../../../shared/core/clock.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import { type EgressFetch, EgressTimedOut } from '../../../shared/egress/index.ts';
import { deliveryItem, deliveryOf } from '../../../shared/notifications/deliveries/delivery.ts';
import { BY_EMAIL } from '../../../shared/notifications/following/consumers.ts';
import { attempt, changeNotifications, unsubscribe } from '../../../shared/notifications/index.ts';
import { readEmailSettings } from '../../../shared/notifications/mail/settings.ts';
import { findStoredWebhook } from '../../../shared/notifications/webhooks/manage.ts';
import { newWebhookSecret, sealSecret } from '../../../shared/notifications/webhooks/secret.ts';
import { auditKeys, putItem, queryPage, ranges, userKeys } from '../../../shared/store/index.ts';
import { diesAfter } from '../../support/crash.ts';
import { startTestDataKey } from '../../support/data-key.ts';
import { inTable } from '../../support/in-table.ts';
import { type Mailbox, startMailbox } from '../../support/mailbox.ts';
import { type RecordedQueues, startRecordedQueues } from '../../support/recorded-queues.ts';
import { projectOf } from '../../support/tool-call.ts';
import { deliveriesOf, putWebhook } from './world.ts';

/* Requirements: BT8. */

inTable();
let queues: RecordedQueues;
let keys: { stop(): Promise<void> };
let box: Mailbox;
let project: ProjectScope;
let now = Date.now();
const clock = { now: () => now };
let people = 0;

beforeAll(async () => {
  [queues, keys, box] = [await startRecordedQueues(), await startTestDataKey(), await startMailbox()];
});
afterAll(async () => {
  for (const one of [queues, keys, box]) await one.stop();
});
beforeEach(() => {
  people += 1;
  project = projectOf(`alice${people}`);
  now = Date.now();
});

const webhook = async (more: object = {}): Promise<string> => {
  const id = newId('whk');
  const secret = await sealSecret(project.user, id, newWebhookSecret());
  return (await putWebhook(project, id, { now, secret, ...more })).webhook_id;
};
const delivery = async (of: string, type = 'run_completed'): Promise<{ webhook_id: string; delivery_id: string }> => {
  const line = JSON.stringify({ event_type: type, payload: { content: 'the secret plan' } });
  const made = deliveryOf(project, of, { event_type: type, line, at: now }, { id: newId('dlv'), now });
  await putItem(deliveryItem(project.user, made));
  return made;
};
const answering = (...answers: (Response | Error)[]): { fetch: EgressFetch; ids: string[] } => {
  const ids: string[] = [];
  const fetch: EgressFetch = async (_url, init) => {
    ids.push(new Headers(init?.headers).get('webhook-id') ?? '');
    const answer = answers[Math.min(ids.length, answers.length) - 1] as Response | Error;
    if (answer instanceof Error) throw answer;
    return answer.clone();
  };
  return { fetch, ids };
};
const one = async (of: string) => (await deliveriesOf(project.user, of))[0];

describe('an attempt', () => {
  test('hints that come twice make one request', async () => {
    const { fetch, ids } = answering(new Response(null, { status: 204 }));
    const made = await delivery(await webhook());
    const options = { clock, fetch };
    await Promise.all([attempt(project.user, made, options), attempt(project.user, made, options)]);
    expect(ids).toEqual([made.delivery_id]);
  });

  test('whoever dies after the request leaves it to the next, who sends it under the same id', async () => {
    const { fetch, ids } = answering(new Response(null, { status: 204 }));
    const id = await webhook();
    const made = await delivery(id);
    for (let calls = 0; ids.length === 0; calls += 1) {
      await diesAfter(calls, () => attempt(project.user, made, { clock, fetch }));
      now += 2 * MINUTE;
    }
    expect(await one(id)).toMatchObject({ state: 'pending' });
    await attempt(project.user, made, { clock, fetch });
    expect(await one(id)).toMatchObject({ state: 'delivered', last: { status: 204 } });
    expect(ids).toEqual([made.delivery_id, made.delivery_id]);
  });

  test('an endpoint that fails five times in a row is left alone for a while, and nobody waits for it', async () => {
    const { fetch, ids } = answering(new EgressTimedOut('The server did not answer within 10 seconds.'));
    const id = await webhook();
    for (let n = 0; n < 5; n += 1) await attempt(project.user, await delivery(id), { clock, fetch });
    const late = await delivery(id);
    await attempt(project.user, late, { clock, fetch });
    expect(ids.length).toBe(5);
    const waiting = (await deliveriesOf(project.user, id)).find(({ delivery_id }) => delivery_id === late.delivery_id);
    expect(waiting).toMatchObject({ state: 'pending', attempts: 0 });
    // Its time comes with a message, and not when the sweeper finds it.
    const message = queues.sent.find(({ body }) => body.delivery_id === late.delivery_id);
    expect(message).toMatchObject({
      ...{ queue: 'webhooks', body: { kind: 'delivery', webhook_id: id, user_id: project.userId } },
      delay: Math.ceil((Number(waiting?.due_at) - now) / SECOND),
    });
    now = Number(waiting?.due_at) + 1;
    await attempt(project.user, late, { clock, ...answering(new Response('ok')) });
    expect(await findStoredWebhook(project.user, id)).not.toHaveProperty('failures');
  });

  test('an endpoint at which nothing arrives for a day is disabled, and the audit trail says so', async () => {
    const { fetch, ids } = answering(new Response('down', { status: 503 }));
    const [id, begun] = [await webhook(), now];
    const made = await delivery(id);
    for (let last = -1; (await one(id))?.state === 'pending' && last !== ids.length; ) {
      now = Math.max(now, Number((await one(id))?.due_at) + 1);
      await attempt(project.user, made, { clock, fetch, random: () => 0.5 });
    }
    expect(now - begun).toBeLessThanOrEqual(DAY + 20 * MINUTE);
    expect(await one(id)).toMatchObject({ state: 'failed', attempts: 10, last: { status: 503, excerpt: 'down' } });
    expect(await findStoredWebhook(project.user, id)).toMatchObject({ disabled: 'failing' });
    const { items } = await queryPage({ ...ranges.audit(project.user), limit: 10 });
    expect(items.map(({ action, target }) => [action, target])).toEqual([['webhook_disabled', id]]);
    expect(auditKeys.entry(project.user, 'x').pk).toBe(items[0]?.pk);
    const later = await delivery(id);
    await attempt(project.user, later, { clock, fetch });
    expect(ids.length).toBe(10);
  });
});

describe('mails about events', () => {
  const profile = (more: object = {}) =>
    putItem({
      ...userKeys.profile(project.user),
      user_id: project.userId,
      email: `${project.userId}@example.com`,
      default_project_id: 'prj_1',
      created_at: new Date(now).toISOString(),
      ...more,
    });
  const confirmed = () => profile({ email_confirmed_at: new Date(now).toISOString() });

  test('nobody is mailed at an address that was not confirmed', async () => {
    await profile();
    await expect(changeNotifications(project.user, ['run_completed'], clock)).rejects.toMatchObject({ status: 409 });
  });

  test('a mail says what happened, and nothing of what was said', async () => {
    await confirmed();
    await changeNotifications(project.user, ['approval_required'], clock);
    await attempt(project.user, await delivery(BY_EMAIL, 'approval_required'), { clock });
    const mail = box.handedOver.at(-1);
    expect(mail).toMatchObject({
      to: `${project.userId}@example.com`,
      subject: 'Your agents need a decision of yours',
    });
    expect(JSON.stringify(mail)).not.toContain('secret plan');
    expect(await one(BY_EMAIL)).toMatchObject({ state: 'delivered' });
  });

  test('the link in a mail ends mails, and a text that is not its token does nothing', async () => {
    await confirmed();
    await changeNotifications(project.user, ['run_completed'], clock);
    const { token = '' } = await readEmailSettings(project.user);
    await unsubscribe(
      project.user,
      token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    );
    expect((await readEmailSettings(project.user)).events).toEqual(['run_completed']);
    await unsubscribe(project.user, token);
    expect((await readEmailSettings(project.user)).events).toEqual([]);
    const mails = box.handedOver.length;
    await attempt(project.user, await delivery(BY_EMAIL), { clock });
    expect([box.handedOver.length, (await one(BY_EMAIL))?.state]).toEqual([mails, 'failed']);
  });

  test('a person gets fifty mails a day, and the last one says so', async () => {
    await confirmed();
    await changeNotifications(project.user, ['run_completed'], clock);
    const mails = box.handedOver.length;
    for (let n = 0; n < 52; n += 1) await attempt(project.user, await delivery(BY_EMAIL), { clock });
    expect(box.handedOver.length - mails).toBe(50);
    expect(box.handedOver.at(-1)?.text).toContain('last mail of today');
  });
});
