import { beforeEach, expect, test } from 'vitest';
import { SECOND } from '../../../shared/core/clock.ts';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import { inArtel } from '../../support/in-artel.ts';
import { taskFor } from '../../support/plans.ts';

/* Requirements: AP2, GW1. */

const here = inArtel();

beforeEach(() => here.artel.model.always({ text: 'Done.' }));

type Sent = {
  run: { id: string; state: string };
  answer?: { content: string };
  approvals?: { id: string; expires_at: string }[];
};

const scribe = async (): Promise<{ agent: string; session: string }> =>
  here.alice.chat(`scribe-${crypto.randomUUID().slice(0, 8)}`, { tools: ['file_write'] });

/** The longest wait there is; and how long the answer took, in milliseconds. */
const patiently = async (session: string, body: object) => {
  const begun = performance.now();
  const answer = await here.alice.call<Sent>('POST', `/my/chat/${session}/message?wait=25`, body);
  return { ...answer, took: performance.now() - begun };
};

const scriptWrite = () =>
  here.artel.model.script({ tool_calls: [{ name: 'file_write', arguments: { path: 'a.txt', content: 'a' } }] });

test('a request that waits for its run is answered once the run waits for a person, with what they are asked', async () => {
  const { agent, session } = await scribe();
  scriptWrite();
  const sent = await patiently(session, { content: 'Write it down', target_agent: agent });
  const { id, payload } = await pendingApproval(here.alice, session);
  expect(sent).toMatchObject({ status: 202, body: { run: { state: 'waiting' }, approvals: [{ id }] } });
  expect(payload).toMatchObject({ tool: 'file_write' });
  expect(sent.body).not.toHaveProperty('answer');
  expect(sent.took).toBeLessThan(20 * SECOND);
  expect(Date.parse(sent.body.approvals?.[0]?.expires_at ?? '')).toBeGreaterThan(Date.now());

  const behind = await patiently(session, { content: 'And then?', target_agent: agent });
  expect(behind).toMatchObject({ status: 202, body: { run: { state: 'queued' }, approvals: [{ id }] } });
  expect(behind.took).toBeLessThan(20 * SECOND);

  await decide(here.alice, id, { decision: 'approve' });
  await ended(here.alice, session, 2);
  const last = await patiently(session, { content: 'Thanks', target_agent: agent });
  expect(last).toMatchObject({ status: 200, body: { run: { state: 'completed' }, answer: { content: 'Done.' } } });
  expect(last.body).not.toHaveProperty('approvals');
});

test('a request that waits for a plan is answered once the plan waits for its person', async () => {
  await here.alice.call('PUT', '/my/orchestrator/config', { approval: { max_tasks: 0 } });
  const { agent, session } = await scribe();
  const begun = performance.now();
  const graph = [taskFor('a', [], agent)];
  const sent = await here.alice.call<Sent>('POST', `/my/chat/${session}/message?wait=25`, {
    content: 'Do all of this.',
    plan: { tasks: graph },
  });
  expect(performance.now() - begun).toBeLessThan(20 * SECOND);
  const { id } = await pendingApproval(here.alice, session);
  expect(sent).toMatchObject({ status: 202, body: { run: { state: 'waiting' }, approvals: [{ id }] } });
  await decide(here.alice, id, { decision: 'reject' });
  await ended(here.alice, session);
});
