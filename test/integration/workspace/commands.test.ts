import { randomBytes } from 'node:crypto';
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

test('files that are too large for a call of the function are refused with a sentence, and the run goes on', async () => {
  const { alice, artel } = here;
  const { session } = await alice.chat('packer', { tools: ['run_command'], approval: { min_risk: 'high' } });
  const sizes = Object.entries({ 'a.bin': 2_600_000, 'b.bin': 2_400_000, 'c.bin': 2_500_000, 'd.txt': 9 });
  for (const [path, bytes] of sizes) {
    const content = randomBytes(bytes).toString('base64');
    await alice.call('POST', '/my/files', { changes: [{ path, content, encoding: 'base64' }] });
  }
  artel.model.script(calling({ command: 'ls' }), { text: 'They are too large.' });
  const asked = await alice.call<{ run: { state: string } }>('POST', `/my/chat/${session}/message?wait=25`, {
    ...{ content: 'List them.', target_agent: 'packer' },
  });
  expect(asked.body.run.state).toBe('completed');
  expect(toolMessages()[0]).toMatch(
    /^The files are too many for the wall “light”: packed \d+\.\d MB of at most 5\.5\..* The largest: a\.bin \(2\.5 MB\), c\.bin \(2\.4 MB\), b\.bin \(2\.3 MB\)\.$/,
  );
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
