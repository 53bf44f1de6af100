import { expect, test } from 'vitest';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: BT2, BT10, AG5. */

const here = inArtel();

type Version = { version: number; author: object; reason: string; made_by: { run_id: string; step: number } | null };

test('the version that an agent makes names the agent and the step of the run, and what it wrote can be taken back', async () => {
  const { alice, artel } = here;
  const base = `/my/projects/${(await alice.call<{ id: string }>('POST', '/my/projects', { name: 'notes' })).body.id}`;
  await alice.call('POST', `${base}/agents`, {
    ...{ name: 'scribe', system_prompt: 'You write.', tools: ['file_write'], approval: { min_risk: 'high' } },
  });
  const { body: session } = await alice.call<{ id: string }>('POST', `${base}/chat/sessions`, {});
  await alice.call('POST', `${base}/files`, { changes: [{ path: 'a.md', content: 'by alice' }] });
  const written = { path: 'a.md', content: 'by the scribe' };
  artel.model.script(
    { tool_calls: [{ name: 'file_write', arguments: JSON.stringify(written) }] },
    { text: 'It is written.' },
  );
  const asked = await alice.call<{ run: { id: string; state: string } }>(
    'POST',
    `${base}/chat/${session.id}/message?wait=25`,
    { content: 'Write it down.', target_agent: 'scribe' },
  );
  expect(asked.body.run.state).toBe('completed');
  const { body } = await alice.call<{ items: Version[] }>('GET', `${base}/versions`);
  expect(body.items).toMatchObject([
    {
      version: 2,
      author: { kind: 'agent', name: 'scribe' },
      reason: 'Wrote a.md',
      made_by: { run_id: asked.body.run.id, step: 2 },
    },
    { version: 1, author: { kind: 'person' }, made_by: null },
  ]);
  await alice.call('POST', `${base}/versions/1/restore`);
  expect((await alice.call<string>('GET', `${base}/files/a.md`)).body).toBe('by alice');
});

test('an agent edits a file that it has read in an earlier step, and not one that it has not', async () => {
  const { alice, artel } = here;
  const base = `/my/projects/${(await alice.call<{ id: string }>('POST', '/my/projects', { name: 'edits' })).body.id}`;
  const tools = ['file_read', 'file_edit'];
  await alice.call('POST', `${base}/agents`, {
    ...{ name: 'scribe', system_prompt: 'You write.', tools, approval: { min_risk: 'high' } },
  });
  const { body: session } = await alice.call<{ id: string }>('POST', `${base}/chat/sessions`, {});
  await alice.call('POST', `${base}/files`, { changes: [{ path: 'a.md', content: 'one two' }] });
  const called = (name: string, args: object) => ({ tool_calls: [{ name, arguments: JSON.stringify(args) }] });
  const edit = { path: 'a.md', find: 'two', replace: '2' };
  artel.model.script(called('file_edit', edit), called('file_read', { path: 'a.md' }), called('file_edit', edit), {
    text: 'It is edited.',
  });
  const asked = await alice.call<{ run: { state: string } }>('POST', `${base}/chat/${session.id}/message?wait=25`, {
    ...{ content: 'Edit it.', target_agent: 'scribe' },
  });
  expect(asked.body.run.state).toBe('completed');
  expect((await alice.call<string>('GET', `${base}/files/a.md`)).body).toBe('one 2');
  const { body } = await alice.call<{ items: Version[] }>('GET', `${base}/versions`);
  expect(body.items.map(({ reason, made_by }) => [reason, made_by?.step])).toEqual([
    ['Edited a.md', 6],
    ['Edited', undefined],
  ]);
});
