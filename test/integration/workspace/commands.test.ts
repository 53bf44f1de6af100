import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { pendingApproval } from '../../support/approvals.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: AG5, BT5, AP3. */

const here = inArtel();

type Version = { version: number; author: object; reason: string; made_by: { run_id: string } | null };

const calling = (args: object) => ({ tool_calls: [{ name: 'run_command', arguments: JSON.stringify(args) }] });
const toolMessages = (): string[] => {
  const last = here.artel.model.requests.filter(({ path }) => path.endsWith('/chat/completions')).at(-1);
  const { messages } = last!.body as { messages: { role: string; content: string }[] };
  return messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
};

test('a command of an agent runs in the function for it, and what it keeps is a version of the step', async () => {
  const { alice, artel } = here;
  const base = `/my/projects/${(await alice.call<{ id: string }>('POST', '/my/projects', { name: 'site' })).body.id}`;
  await alice.call('POST', `${base}/agents`, {
    ...{ name: 'smith', system_prompt: 'You build.', tools: ['run_command'], approval: { min_risk: 'high' } },
  });
  const { body: session } = await alice.call<{ id: string }>('POST', `${base}/chat/sessions`, {});
  await alice.call('POST', `${base}/files`, { changes: [{ path: 'test/run.js', content: 'console.log(1 + 1);\n' }] });
  artel.model.script(calling({ command: 'node test/run.js > result.txt; env; cat result.txt', keep_changes: true }), {
    text: 'It is built.',
  });
  const asked = await alice.call<{ run: { id: string; state: string } }>(
    'POST',
    `${base}/chat/${session.id}/message?wait=25`,
    { content: 'Build it.', target_agent: 'smith' },
  );
  expect(asked.body.run.state).toBe('completed');
  const [said = ''] = toolMessages();
  expect(said).toMatch(/^exit 0\n[\s\S]*2\n\n\[Version 2 has: result\.txt\]$/);
  expect(said).not.toMatch(/AWS_|ARTEL_/);
  const { body } = await alice.call<{ items: Version[] }>('GET', `${base}/versions`);
  expect(body.items[0]).toMatchObject({
    ...{ version: 2, author: { kind: 'agent', name: 'smith' } },
    made_by: { run_id: asked.body.run.id },
  });
});

test('files that are too large for a call of the function get into it in pieces, and so does what it makes of them', async () => {
  const { alice, artel } = here;
  const { session } = await alice.chat('packer', { tools: ['run_command'], approval: { min_risk: 'high' } });
  const files = Object.entries({ 'a.bin': 2_600_000, 'b.bin': 2_400_000, 'c.bin': 2_500_000 });
  const digests: string[] = [];
  for (const [path, bytes] of files) {
    const content = randomBytes(bytes);
    digests.push(createHash('sha256').update(content).digest('hex'));
    const change = { path, content: content.toString('base64'), encoding: 'base64' };
    expect((await alice.call('POST', '/my/files', { changes: [change] })).status).toBe(200);
  }
  artel.model.script(
    calling({ command: 'for f in a b c; do cp $f.bin $f.copy; done; sha256sum *.copy', keep_changes: true }),
    {
      text: 'They are copied.',
    },
  );
  const asked = await alice.call<{ run: { state: string } }>('POST', `/my/chat/${session}/message?wait=25`, {
    ...{ content: 'Copy them.', target_agent: 'packer' },
  });
  expect(asked.body.run.state).toBe('completed');
  expect(toolMessages()[0]).toMatch(/^exit 0\n[\s\S]*has: a\.copy, b\.copy, c\.copy\]$/);
  for (const digest of digests) expect(toolMessages()[0]).toContain(digest);
  const { body } = await alice.call<{ items: { path: string; bytes: number }[] }>('GET', '/my/files');
  const copies = body.items.filter(({ path }) => path.endsWith('.copy'));
  expect(copies.map(({ path, bytes }) => [path.replace('.copy', '.bin'), bytes])).toEqual(files);
});

test('a command that names hosts waits for a person, who is told which', async () => {
  const { alice, artel } = here;
  const { session } = await alice.chat('caller', { tools: ['run_command'], approval: { min_risk: 'high' } });
  artel.model.script(calling({ command: 'curl https://api.example.com/', hosts: ['api.example.com'] }));
  await alice.call('POST', `/my/chat/${session}/message`, { content: 'Call it.', target_agent: 'caller' });
  expect(await pendingApproval(alice, session)).toMatchObject({
    risk: 'high',
    payload: { tool: 'run_command', host: 'api.example.com' },
  });
});

test('the wall that commands run behind is named where the service says what it depends on', async () => {
  const { body } = await here.alice.call<{ dependencies: object[] }>('GET', '/ready');
  expect(body.dependencies).toContainEqual({ name: 'sandbox_light', state: 'ok' });
});
