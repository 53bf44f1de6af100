import { afterAll, beforeAll, expect, test } from 'vitest';
import { ended } from '../../support/approvals.ts';
import { type Artel, PASSWORD, type Person, person, request, startArtel } from '../../support/artel.ts';
import { type Operator, operatorOf } from '../../support/operator.ts';

let artel: Artel;
let operator: Operator;
let alice: Person;

beforeAll(async () => {
  artel = await startArtel();
  operator = operatorOf(artel.cloud);
  artel.model.always({ text: 'Here I am.' });
  alice = await artel.register('alice');
});
afterAll(async () => {
  operator.stop();
  await artel.stop();
});

const administrator = async (): Promise<Person> => {
  const carol = await artel.register('carol');
  const [profile] = (await operator.itemsOf(`USER#${carol.id}`)).filter(({ sk }) => sk === 'PROFILE');
  await operator.put({ ...profile!, roles: ['user', 'admin'] });
  const login = await request<{ access_token: string }>(artel.cloud.url, 'POST', '/auth/login', {
    email: carol.email,
    password: PASSWORD,
  });
  return person(artel.cloud.url, { ...carol, token: login.body.access_token });
};

test('a run whose message was lost is redriven by an administrator, and by nobody else', async () => {
  const { session } = await alice.chat();
  artel.cloud.queues.onSend = () => 'drop';
  const sent = await alice.call<{ run: { id: string } }>('POST', `/my/chat/${session}/message`, {
    content: 'Is anybody there?',
    target_agent: 'helper',
  });
  artel.cloud.queues.onSend = () => 'deliver';
  const project = (await alice.call<{ default_project_id: string }>('GET', '/my')).body.default_project_id;
  const order = { user_id: alice.id, project_id: project };
  const path = `/admin/runs/${sent.body.run.id}/redrive`;
  expect((await alice.call('POST', path, order)).status).toBe(403);
  const answer = await (await administrator()).call<{ redriven: string[] }>('POST', path, order);
  expect(answer).toMatchObject({ status: 200, body: { redriven: [expect.stringMatching(/^tsk_/)] } });
  const events = await ended(alice, session);
  expect(events.at(-1)).toMatchObject({ event_type: 'run_completed', payload: { state: 'completed' } });
});
