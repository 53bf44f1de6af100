import { beforeAll, describe, expect, test } from 'vitest';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import { inV1 } from './in-v1.ts';

/* Requirements: GW1, AP2. */

const here = inV1();
const model = 'agent/scribe';

beforeAll(async () => {
  await here.alice.call('POST', '/my/agents', {
    name: 'scribe',
    system_prompt: 'You write things down.',
    tools: ['file_write'],
  });
});

type Artel = { run_id: string; approvals: { id: string; href: string }[] };

/** A response whose run waits for its person, and what the model is asked to say or do once they have decided. */
const waiting = async (afterwards: { text: string } | { status: number }) => {
  here.artel.model.script(
    { tool_calls: [{ name: 'file_write', arguments: { path: 'notes.txt', content: 'milk' } }] },
    afterwards,
  );
  const session = (await here.alice.call<{ id: string }>('POST', '/my/chat/sessions', {})).body.id;
  const asked = { model, input: 'Note: milk' };
  const given = await here.clients.openai.responses.create(asked, { headers: { 'x-artel-session': session } });
  const { run_id: run } = (given as unknown as { artel: Artel }).artel;
  return { session, run, id: given.id, approval: await pendingApproval(here.alice, session) };
};

const read = (id: string) => here.clients.openai.responses.retrieve(id);

describe('GET /v1/responses/{id} of an agent that asked a person', () => {
  test('GW1: it is in progress while they decide, however often it is read, and then has the answer', async () => {
    const { session, id, approval } = await waiting({ text: 'Written.' });
    const standing = await read(id);
    expect(standing).toMatchObject({
      id,
      status: 'in_progress',
      completed_at: null,
      error: null,
      incomplete_details: null,
      artel: { approvals: [{ id: approval.id, href: `/my/approvals/${approval.id}` }] },
    });
    expect(await read(id)).toEqual(standing);
    await decide(here.alice, approval.id, { decision: 'approve' });
    await ended(here.alice, session);
    const done = await read(id);
    expect(done).toMatchObject({ id, status: 'completed', output_text: 'Written.', error: null });
    expect(done.completed_at).toBeGreaterThanOrEqual(done.created_at);
    expect(done).not.toHaveProperty('artel');
    expect(await read(id)).toEqual(done);
  });

  test('GW1: of a run that failed it is failed, with an error whose code OpenAI’s clients know', async () => {
    const { session, id, approval } = await waiting({ status: 400 });
    await decide(here.alice, approval.id, { decision: 'approve' });
    await ended(here.alice, session);
    const failed = await read(id);
    expect(failed).toMatchObject({ id, status: 'failed', output: [], completed_at: null, incomplete_details: null });
    expect(failed.error).toMatchObject({ code: 'invalid_prompt', type: 'model_refused' });
    expect(failed.error?.message).not.toBe('');
    expect(failed).not.toHaveProperty('artel');
  });

  test('GW1: of a run that was cancelled it is cancelled, and no error', async () => {
    const { session, id, run } = await waiting({ text: 'Never said.' });
    await here.alice.call('POST', `/my/runs/${run}/cancel`);
    await ended(here.alice, session);
    const cancelled = { id, status: 'cancelled', output: [], error: null, completed_at: null };
    expect(await read(id)).toMatchObject(cancelled);
    here.artel.model.forget();
  });

  test('GW1: of a chat that was deleted there is nothing to read: 404', async () => {
    const { session, id } = await waiting({ text: 'Never said.' });
    await here.alice.call('DELETE', `/my/chat/sessions/${session}`);
    while ((await here.alice.call('GET', `/my/chat/${session}/messages`)).status !== 404)
      await here.artel.cloud.sweep();
    await expect(read(id)).rejects.toMatchObject({ status: 404 });
    here.artel.model.forget();
  });

  test('GW1: another person finds no such response', async () => {
    const { session, id, run } = await waiting({ text: 'Never said.' });
    const bob = await here.artel.register('bob');
    expect((await bob.call('GET', `/v1/responses/${id}`)).status).toBe(404);
    await here.alice.call('POST', `/my/runs/${run}/cancel`);
    await ended(here.alice, session);
    here.artel.model.forget();
  });
});
