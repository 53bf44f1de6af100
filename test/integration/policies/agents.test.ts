import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { toolName } from '../../../shared/tools/mcp/naming.ts';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import { type Artel, PASSWORD, type Person, person, request, startArtel } from '../../support/artel.ts';
import { operatorOf } from '../../support/operator.ts';
import { type ScriptedServer, startScriptedServer, toolsAnswer } from '../tools/scripted-server.ts';

const MAIL = 'carol.smith@example.org';
let artel: Artel;
let server: ScriptedServer;
let alice: Person;
let root: Person;
let send: string;

/** The same person with the administrator's role, signed in anew. */
const promoted = async (who: Person): Promise<Person> => {
  const operator = operatorOf(artel.cloud);
  const [account] = await operator.partition(`ACCOUNT#${who.id}`);
  await operator.put({ ...account!, roles: ['user', 'admin'] });
  operator.stop();
  const { url } = artel.cloud;
  const login = await request<{ access_token: string }>(url, 'POST', '/auth/login', {
    email: who.email,
    password: PASSWORD,
  });
  return person(url, { ...who, token: login.body.access_token });
};

beforeAll(async () => {
  server = await startScriptedServer(({ method }) => {
    if (method === 'tools/list') return { result: toolsAnswer(['send']) };
    if (method === 'tools/call') return { result: { content: [{ type: 'text', text: 'Sent.' }] } };
    return undefined;
  });
  artel = await startArtel({ environment: { [ENV.allowedHosts]: `127.0.0.1:${server.port}` } });
  alice = await artel.register('alice');
  root = await promoted(await artel.register('root'));
  send = toolName(server.url, 'send');
  const policies = [
    { kind: 'tools', name: 'tools', rules: [{ tools: ['calculate'], verdict: 'ask' }] },
    { kind: 'pii', name: 'personal-data' },
  ];
  const stored = await root.call('PUT', '/admin/policies', { policies, version: 0 });
  if (stored.status !== 200) throw new Error(`The policies are not stored: ${JSON.stringify(stored.body)}`);
});
afterAll(async () => {
  await artel.stop();
  await server.stop();
});
beforeEach(() => {
  artel.model.always({ text: 'Done with <EMAIL_1>.' });
  server.heard.length = 0;
});

const toModels = () => JSON.stringify(artel.model.requests.map(({ body }) => body));
const heard = () => server.heard.filter(({ method }) => method === 'tools/call').map(({ params }) => params?.arguments);
const calling = (name: string, args: object) =>
  artel.model.script({ tool_calls: [{ name, arguments: JSON.stringify(args) }] });

describe('an agent under policies of the deployment', () => {
  test('an agent under PII policies never shows the model personal data, in words, memories or calls, and answers with it', async () => {
    const { session } = await alice.chat('writer', {});
    const { answer, run } = await alice.ask(session, `Write to ${MAIL}`, { target_agent: 'writer' });
    expect([run.state, answer]).toEqual(['completed', `Done with ${MAIL}.`]);
    expect((await alice.ask(session, 'To whom?', { target_agent: 'writer' })).answer).toBe(`Done with ${MAIL}.`);
    expect(toModels()).not.toContain('carol');
    expect(toModels()).toContain('<EMAIL_1>');
  });

  test('an agent calls a remote tool with real values once the person has seen and approved them', async () => {
    const { session } = await alice.chat('sender', {
      tools: [{ mcp: { url: server.url } }],
      approval: { min_risk: 'low' },
    });
    calling(send, { to: '<EMAIL_1>' });
    await alice.call('POST', `/my/chat/${session}/message`, { content: `Mail ${MAIL}`, target_agent: 'sender' });
    const approval = await pendingApproval(alice, session);
    expect(approval.payload.arguments).toEqual({ to: MAIL });
    expect(heard()).toEqual([]);
    await decide(alice, approval.id, { decision: 'approve' });
    await ended(alice, session);
    expect(heard()).toEqual([{ to: MAIL }]);
    expect(toModels()).not.toContain('carol');
  });

  test('an agent calls a remote tool that needed no approval with the placeholders', async () => {
    const tools = [{ mcp: { url: server.url, trusted: true } }];
    const { session } = await alice.chat('hasty', { tools, approval: { min_risk: 'high' } });
    calling(send, { to: '<EMAIL_1>' });
    await alice.ask(session, `Mail ${MAIL}`, { target_agent: 'hasty' });
    const sent = heard();
    if (sent.length === 0) {
      const approval = await pendingApproval(alice, session);
      throw new Error(`The tool was asked about: ${approval.risk}`);
    }
    expect(sent).toEqual([{ to: '<EMAIL_1>' }]);
  });

  test('an agent asks the person about a harmless tool where a policy says so', async () => {
    const { session } = await alice.chat('reckoner', { tools: ['calculate'], approval: { min_risk: 'high' } });
    calling('calculate', { expression: '2+2' });
    await alice.call('POST', `/my/chat/${session}/message`, { content: 'Reckon', target_agent: 'reckoner' });
    const approval = await pendingApproval(alice, session);
    expect(approval.payload).toMatchObject({ tool: 'calculate' });
    await decide(alice, approval.id, { decision: 'approve' });
    await ended(alice, session);
  });

  test('an agent’s calls leave records that an administrator can read, with only the keys each role needs', async () => {
    const { body } = await root.call<{ items: { id: string; user_id: string }[] }>('GET', '/admin/calls?limit=100');
    const ofAlice = body.items.filter(({ user_id }) => user_id === alice.id);
    expect(ofAlice.length).toBeGreaterThan(0);
    const diff = await root.call('GET', `/admin/calls/${ofAlice.at(-1)?.id}/diff`);
    expect([diff.status, JSON.stringify(diff.body)]).toEqual([200, expect.stringContaining(MAIL)]);
    expect(artel.cloud.log.join('\n')).not.toContain('AccessDenied');
    expect(artel.cloud.log.join('\n')).not.toContain(MAIL);
  });

  test('an agent’s run fails when its model is not allowed, and says so', async () => {
    const own = [{ kind: 'models', name: 'models', allow: ['other'] }];
    expect((await root.call('PUT', `/admin/policies?user_id=${root.id}`, { policies: own, version: 0 })).status).toBe(
      200,
    );
    const { session } = await root.chat('none', {});
    const { run } = await root.ask(session, 'Hello', { target_agent: 'none' });
    expect(run).toMatchObject({ state: 'failed', error: { error_code: 'policy_refused' } });
  });
});

test('a client program gets its answer through the same policies', async () => {
  artel.model.always({ text: 'Hello <EMAIL_1>' });
  const body = { model: 'scripted', messages: [{ role: 'user', content: `I am ${MAIL}` }] };
  const answer = await alice.call<{ choices: { message: { content: string } }[] }>(
    'POST',
    '/v1/chat/completions',
    body,
  );
  expect(answer.body.choices[0]?.message.content).toBe(`Hello ${MAIL}`);
  expect(toModels()).not.toContain('carol');
});
