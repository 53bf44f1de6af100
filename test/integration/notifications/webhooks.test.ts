import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { startArtel } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';
import { type Receiver, startReceiver, verified } from '../../support/webhook-receiver.ts';

/* Requirements: BT8. */

const here = inArtel(() => startArtel({ environment: { [ENV.allowedHosts]: '127.0.0.1' } }));
let receiver: Receiver;

type Webhook = { id: string; secret: string; state: string; disabled_because: string | null };
type Delivery = {
  id: string;
  event_type: string;
  state: string;
  attempts: number;
  next_attempt_at: string | null;
  last_attempt: { status: number | null; error: string | null; excerpt: string | null } | null;
  effect: { message_id: string | null; version: number | null; refused: string | null } | null;
};
type Message = { role: string; content: string; author?: { kind: string; name: string } };

beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());
const made: string[] = [];
afterEach(async () => {
  for (const id of made.splice(0)) await here.alice.call('DELETE', `/my/webhooks/${id}`);
  receiver.received.length = 0;
  receiver.answer = () => ({ status: 204 });
});

const webhook = async (given: object): Promise<Webhook> => {
  const { status, body } = await here.alice.call<Webhook>('POST', '/my/webhooks', { url: receiver.url, ...given });
  expect(status, JSON.stringify(body)).toBe(201);
  made.push(body.id);
  return body;
};
const deliveries = async (id: string): Promise<Delivery[]> =>
  (await here.alice.call<{ items: Delivery[] }>('GET', `/my/webhooks/${id}/deliveries`)).body.items;
/** The delivery, once it is over or was tried so often. */
const outcome = (id: string, fits: (delivery: Delivery) => boolean): Promise<Delivery> =>
  expect
    .poll(async () => (await deliveries(id)).find(fits))
    .toBeDefined()
    .then(async () => (await deliveries(id)).find(fits) as Delivery);
const sweep = async (): Promise<void> => {
  await here.operator.timePasses();
  await here.artel.cloud.invoke('sweeper', {});
};
const ofType = (type: string) => (request: { event: Record<string, unknown> }) => request.event.event_type === type;

describe('webhooks', () => {
  test('an event is delivered as the WebSocket sends it, signed by Standard Webhooks', async () => {
    const { secret, id } = await webhook({ events: ['run_completed'] });
    here.artel.model.always({ text: 'Done.' });
    const { session } = await here.alice.chat();
    await here.alice.ask(session, 'Do it', { target_agent: 'helper' });
    const got = await receiver.arrival(ofType('run_completed'));
    expect(verified(secret, got)).toMatchObject({ event_type: 'run_completed', session_id: session });
    const log = await here.alice.call<string>('GET', `/my/chat/${session}/events?after=0&follow=false`);
    if (log.status === 200) expect(log.body).toContain(got.text);
    const delivery = await outcome(id, ({ state }) => state === 'delivered');
    expect(delivery).toMatchObject({ id: got.headers['webhook-id'], attempts: 1, last_attempt: { status: 204 } });
    expect(receiver.received.map(({ event }) => event.event_type)).toEqual(['run_completed']);
  });

  test('a webhook made while a chat is open is told of what happens next in it', async () => {
    here.artel.model.always({ text: 'Done.' });
    const { session } = await here.alice.chat();
    await here.alice.ask(session, 'Before', { target_agent: 'helper' });
    const { id } = await webhook({ events: ['message_created'] });
    await expect
      .poll(
        async () =>
          (await here.operator.itemsOf(`USER#${here.alice.id}`)).some(
            ({ pk, sk }) => pk.endsWith(session) && sk === 'SUB#!webhooks',
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
    await here.alice.ask(session, 'After', { target_agent: 'helper' });
    await receiver.arrival(({ text }) => text.includes('After'));
    await outcome(id, ({ state }) => state === 'delivered');
    expect(receiver.received.some(({ text }) => text.includes('Before'))).toBe(false);
  });

  test('a delivery that fails is tried again under the same id, and can be repeated by hand', async () => {
    const { id } = await webhook({ events: ['run_started'] });
    receiver.answer = (_request, before) => (before === 0 ? { status: 500, body: 'Out of order' } : { status: 200 });
    await here.alice.call('POST', `/my/webhooks/${id}/test`);
    const first = await outcome(id, ({ attempts }) => attempts > 0);
    await expect.poll(() => receiver.received.length).toBe(1);
    await expect
      .poll(async () => (await deliveries(id))[0]?.last_attempt)
      .toMatchObject({ status: 500, excerpt: 'Out of order' });
    await sweep();
    await outcome(id, ({ state, attempts }) => state === 'delivered' && attempts === 2);
    const again = await here.alice.call<Delivery>('POST', `/my/webhooks/${id}/deliveries/${first.id}/redeliver`);
    expect(again).toMatchObject({ status: 202, body: { state: 'pending' } });
    await expect.poll(() => receiver.received.length).toBe(3);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([first.id]));
  });

  test('410 disables a webhook at once, and its owner is told', async () => {
    const { id } = await webhook({ events: ['run_completed'] });
    const { id: other } = await webhook({ events: ['webhook_disabled'] });
    receiver.answer = (request) => ({ status: ofType('run_completed')(request) ? 410 : 204 });
    here.artel.model.always({ text: 'Done.' });
    const { session } = await here.alice.chat();
    await here.alice.ask(session, 'Do it', { target_agent: 'helper' });
    const told = await receiver.arrival(ofType('webhook_disabled'));
    expect(told.event.payload).toMatchObject({ webhook_id: id, why: 'gone' });
    const { body } = await here.alice.call<Webhook>('GET', `/my/webhooks/${id}`);
    expect(body).toMatchObject({ state: 'disabled', disabled_because: 'gone' });
    await outcome(other, ({ state }) => state === 'delivered');
    const enabled = await here.alice.call<Webhook>('PATCH', `/my/webhooks/${id}`, { enabled: true });
    expect(enabled.body).toMatchObject({ state: 'enabled', disabled_because: null });
  });

  test('for a day after its secret was replaced, a delivery is signed with both', async () => {
    const { id, secret } = await webhook({ events: ['run_completed'] });
    const { body } = await here.alice.call<Webhook>('POST', `/my/webhooks/${id}/secret`);
    await here.alice.call('POST', `/my/webhooks/${id}/test`);
    const got = await receiver.arrival(ofType('webhook_test'));
    expect(body.secret).not.toBe(secret);
    for (const one of [secret, body.secret]) expect(verified(one, got)).toMatchObject({ event_type: 'webhook_test' });
    await outcome(id, ({ state }) => state === 'delivered');
  });

  test('an address without encryption is refused, unless the operator let its host in', async () => {
    const url = 'http://listener.example.com/hook';
    const refused = { status: 422, body: { errors: [{ path: 'url', message: 'Must be an https address.' }] } };
    expect(await here.alice.call('POST', '/my/webhooks', { url, events: ['run_completed'] })).toMatchObject(refused);
    const { id } = await webhook({ events: ['run_completed'] });
    expect(await here.alice.call('PATCH', `/my/webhooks/${id}`, { url })).toMatchObject(refused);
    const { body } = await here.alice.call('GET', `/my/webhooks/${id}`);
    expect(body).toMatchObject({ url: receiver.url });
  });

  test('an address inside is never called, and its delivery says why', async () => {
    const { id } = await webhook({ events: ['run_completed'], url: 'https://169.254.169.254/latest/meta-data' });
    await here.alice.call('POST', `/my/webhooks/${id}/test`);
    const { last_attempt } = await outcome(id, ({ state }) => state === 'failed');
    expect(last_attempt).toMatchObject({ status: null, error: expect.stringContaining('public') });
  });

  test('a redirect is an answer like any other: nobody follows it', async () => {
    receiver.answer = () => ({ status: 302, headers: { location: receiver.url } });
    const { id } = await webhook({ events: ['run_completed'] });
    await here.alice.call('POST', `/my/webhooks/${id}/test`);
    await expect.poll(async () => (await deliveries(id))[0]?.last_attempt?.error).toBe('It answered 302.');
    expect(receiver.received.length).toBe(1);
  });
});

describe('plug-ins', () => {
  const project = async (): Promise<{ id: string; base: string }> => {
    const { body } = await here.alice.call<{ id: string }>('POST', '/my/projects', { name: 'plugged' });
    return { id: body.id, base: `/my/projects/${body.id}` };
  };
  const asked = async (base: string): Promise<string> => {
    here.artel.model.always({ text: 'Done.' });
    await here.alice.call('POST', `${base}/agents`, { name: 'helper', system_prompt: 'You help.' });
    const { body } = await here.alice.call<{ id: string }>('POST', `${base}/chat/sessions`, {});
    const path = `${base}/chat/${body.id}/message?wait=25`;
    await here.alice.call('POST', path, { content: 'Do it', target_agent: 'helper' });
    return body.id;
  };
  const answer = { message: 'I looked it up.', files: [{ path: 'notes/found.md', content: '# Found\n' }] };

  test('the answer of a plug-in adds a message and a file, once, in its name', async () => {
    const { id: project_id, base } = await project();
    receiver.answer = () => ({ status: 200, body: JSON.stringify(answer) });
    const permissions = ['messages:write', 'files:write'];
    const { id } = await webhook({ name: 'Finder', events: ['message_created'], project_id, permissions });
    const session = await asked(base);
    const done = await outcome(id, ({ state, effect }) => state === 'delivered' && effect?.message_id !== null);
    expect(done.effect).toMatchObject({ refused: null, version: expect.any(Number) });
    await here.alice.call('POST', `/my/webhooks/${id}/deliveries/${done.id}/redeliver`);
    await outcome(id, (one) => one.id === done.id && one.state === 'delivered');
    const { items } = (await here.alice.call<{ items: Message[] }>('GET', `${base}/chat/${session}/messages`)).body;
    const own = items.filter(({ author }) => author?.kind === 'plug_in');
    // Of the question and of the answer, and never of what it said itself.
    await expect.poll(async () => (await deliveries(id)).filter(({ state }) => state === 'delivered').length).toBe(2);
    expect(own.length).toBeLessThanOrEqual(2);
    expect(own[0]).toMatchObject({ content: answer.message, author: { name: 'Finder' } });
    const versions = await here.alice.call<{ items: { author: object }[] }>('GET', `${base}/versions`);
    expect(versions.body.items.map(({ author }) => author)).toEqual([
      { kind: 'plug_in', webhook_id: id, name: 'Finder' },
    ]);
  });

  test('a plug-in does not answer what another plug-in wrote', async () => {
    const { id: project_id, base } = await project();
    receiver.answer = () => ({ status: 200, body: JSON.stringify({ message: 'I have something to add.' }) });
    const plugIn = { events: ['message_created'], project_id, permissions: ['messages:write'] };
    const [first, second] = [await webhook(plugIn), await webhook(plugIn)];
    const session = await asked(base);
    const told = async (id: string) => (await deliveries(id)).filter(({ state }) => state === 'delivered');
    // Each of the question, of the answer, and of the two things that the other said.
    for (const { id } of [first, second]) {
      await expect.poll(async () => (await told(id)).length).toBe(4);
      const effects = (await told(id)).map(({ effect }) => effect?.refused ?? 'done').toSorted();
      expect(effects).toEqual([...Array(2).fill('A plug-in does not answer what a plug-in wrote.'), 'done', 'done']);
    }
    const { items } = (await here.alice.call<{ items: Message[] }>('GET', `${base}/chat/${session}/messages`)).body;
    expect(items.filter(({ author }) => author?.kind === 'plug_in').length).toBe(4);
  });

  test('a plug-in does nothing that its owner has not permitted, nor what its answer does not say rightly', async () => {
    const { id: project_id, base } = await project();
    receiver.answer = () => ({ status: 200, body: JSON.stringify(answer) });
    const { id } = await webhook({ events: ['run_completed'], project_id, permissions: ['messages:write'] });
    const session = await asked(base);
    const refused = await outcome(id, ({ state }) => state === 'delivered');
    expect(refused.effect).toMatchObject({ message_id: null, refused: expect.stringContaining('files:write') });
    receiver.answer = () => ({ status: 200, body: '{"message": "x", "run": true}' });
    await here.alice.call('POST', `/my/webhooks/${id}/deliveries/${refused.id}/redeliver`);
    const wrong = await outcome(
      id,
      ({ state, effect }) => state === 'delivered' && effect?.refused?.includes('run') === true,
    );
    expect(wrong.effect?.message_id).toBeNull();
    const { items } = (await here.alice.call<{ items: Message[] }>('GET', `${base}/chat/${session}/messages`)).body;
    expect(items.some(({ author }) => author !== undefined)).toBe(false);
  });
});
