import { beforeAll, expect, test } from 'vitest';
import { ended } from '../../support/approvals.ts';
import { PASSWORD, type Person, person, request } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: BUS5. */

const here = inArtel();

beforeAll(() => here.artel.model.always({ text: 'Here I am.' }));

const administrator = async (): Promise<Person> => {
  const carol = await here.artel.register('carol');
  const [account] = await here.operator.partition(`ACCOUNT#${carol.id}`);
  await here.operator.put({ ...account!, roles: ['user', 'admin'] });
  const login = await request<{ access_token: string }>(here.artel.cloud.url, 'POST', '/auth/login', {
    email: carol.email,
    password: PASSWORD,
  });
  return person(here.artel.cloud.url, { ...carol, token: login.body.access_token });
};

test('a run whose message was lost can be redriven by an administrator, and by no one else', async () => {
  const { session } = await here.alice.chat();
  here.artel.cloud.queues.onSend = () => 'drop';
  const sent = await here.alice.call<{ run: { id: string } }>('POST', `/my/chat/${session}/message`, {
    content: 'Is anybody there?',
    target_agent: 'helper',
  });
  here.artel.cloud.queues.onSend = () => 'deliver';
  const project = (await here.alice.call<{ default_project_id: string }>('GET', '/my')).body.default_project_id;
  const order = { user_id: here.alice.id, project_id: project };
  const path = `/admin/runs/${sent.body.run.id}/redrive`;
  expect((await here.alice.call('POST', path, order)).status).toBe(403);
  const answer = await (await administrator()).call<{ redriven: string[] }>('POST', path, order);
  expect(answer).toMatchObject({ status: 200, body: { redriven: [expect.stringMatching(/^tsk_/)] } });
  const events = await ended(here.alice, session);
  expect(events.at(-1)).toMatchObject({ event_type: 'run_completed', payload: { state: 'completed' } });
});
