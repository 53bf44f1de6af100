import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { toolName } from '../../../shared/tools/mcp/naming.ts';
import { ended } from '../../support/approvals.ts';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { type ScriptedServer, startScriptedServer, toolsAnswer } from './scripted-server.ts';

let artel: Artel;
let alice: Person;
let server: ScriptedServer;
const VALUE = 'Bearer sk-a-very-secret-value';

beforeAll(async () => {
  server = await startScriptedServer(({ method }, { authorization }) => {
    if (authorization !== VALUE) return { status: 401, text: 'who are you?' };
    if (method === 'tools/list') return { result: toolsAnswer(['weather']) };
    if (method === 'tools/call') return { result: { content: [{ type: 'text', text: 'It rains.' }] } };
    return undefined;
  });
  artel = await startArtel({ environment: { [ENV.allowedHosts]: `127.0.0.1:${server.port}` } });
  alice = await artel.register('alice');
});
afterAll(async () => {
  await artel.stop();
  await server.stop();
});

type Prompt = { messages: { role: string; content: string }[]; tools?: { function: { name: string } }[] };
const prompts = (): Prompt[] =>
  artel.model.requests.filter(({ path }) => path.endsWith('/chat/completions')).map(({ body }) => body as Prompt);
const toolTexts = (): string[] =>
  (prompts().at(-1)?.messages ?? []).filter(({ role }) => role === 'tool').map(({ content }) => content);

/** An agent that asks nobody about risks below high. */
const asking = async (name: string, tools: unknown[], call: { name: string; args: object }): Promise<void> => {
  const { session } = await alice.chat(name, { tools, approval: { min_risk: 'high' } });
  artel.model.script({ tool_calls: [{ name: call.name, arguments: JSON.stringify(call.args) }] });
  artel.model.always({ text: 'Done.' });
  const { run } = await alice.ask(session, 'Go on.', { target_agent: name });
  expect(run.state).toBe('completed');
};

describe('an agent of the whole service', () => {
  test('an agent calls a server’s tool with a secret of its user, which only the server sees', async () => {
    expect((await alice.call('POST', '/my/secrets', { name: 'weather', value: VALUE })).status).toBe(201);
    const mcp = { url: server.url, headers: { authorization: { secret: 'weather' } } };
    await asking('forecaster', [{ mcp }], { name: toolName(server.url, 'weather'), args: {} });
    expect(toolTexts()).toEqual(['It rains.']);
    expect(server.heard.every(({ headers }) => headers.authorization === VALUE)).toBe(true);
    expect(JSON.stringify(artel.model.requests)).not.toContain(VALUE);
    expect(artel.cloud.log.join('\n')).not.toContain(VALUE);
    const agents = await alice.call('GET', '/my/agents');
    expect(JSON.stringify(agents.body)).not.toContain(VALUE);
  });

  test('an agent without the secret does not have its tool, and the model reads why', async () => {
    const mcp = { url: server.url, headers: { authorization: { secret: 'nowhere' } } };
    await asking('blind', ['clock', { mcp }], { name: toolName(server.url, 'weather'), args: {} });
    expect(toolTexts().join()).toContain('there is no secret "nowhere"');
  });

  test('G46: a server that cannot be reached is told to the person, in an event and with the run', async () => {
    const mcp = { url: 'https://127.0.0.1:1/mcp' };
    const { session } = await alice.chat('cut-off', { tools: [{ mcp }] });
    artel.model.always({ text: 'Done.' });
    const { run } = await alice.ask(session, 'Go on.', { target_agent: 'cut-off' });
    const notice = expect.stringMatching(/^The tools of 127\.0\.0\.1:1 are missing: /);
    expect(run).toMatchObject({ state: 'completed', notices: [notice] });
    expect((await alice.call('GET', `/my/runs/${run.id}`)).body).toMatchObject({ notices: [notice] });
    const events = await ended(alice, session);
    expect(events.filter(({ event_type }) => event_type === 'tools_unavailable').map(({ payload }) => payload)).toEqual(
      [expect.objectContaining({ run_id: run.id, notices: [notice] })],
    );
    expect(artel.cloud.log.join('\n')).not.toContain('127.0.0.1:1 are missing');
  });

  test('an agent keeps files in the bucket, under the rights of its own role', async () => {
    await asking('scribe', ['file_write', 'file_list', 'file_read'], {
      name: 'file_write',
      args: { path: 'a.md', content: 'hello' },
    });
    await asking('scribe', [], { name: 'file_list', args: {} });
    expect(toolTexts().join()).toContain('"path":"a.md"');
    await asking('scribe', [], { name: 'file_read', args: { path: 'a.md' } });
    expect(toolTexts()).toEqual(['hello']);
    await asking('scribe', [], { name: 'file_read', args: { path: 'none.md' } });
    expect(toolTexts()).toEqual(['There is no file none.md.']);
  });

  test.each([
    ['the metadata service', 'https://169.254.169.254/latest/meta-data/', 'not public'],
    ['the machine it runs on', 'https://localhost/', 'not public'],
    ['this service', 'own', 'itself|not public'],
  ])('an agent does not reach %s', async (_what, address, why) => {
    const url = address === 'own' ? `${artel.cloud.url}/my/approvals/batch` : address;
    await asking('surfer', ['http_fetch'], { name: 'http_fetch', args: { url } });
    expect(toolTexts().join()).toMatch(new RegExp(why));
  });

  test('G7, G8: an agent’s model gets its thoughts back with the result of its call, and the run tells its cached tokens', async () => {
    const { session } = await alice.chat('thinker', { tools: ['clock'], approval: { min_risk: 'high' } });
    const usage = { prompt_tokens: 90, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 80 } };
    const call = { name: 'clock', arguments: '{}' };
    artel.model.script({ reasoning: 'A clock would tell.', tool_calls: [call], usage }, { text: 'Noon.', usage });
    const { run } = await alice.ask(session, 'What time is it?', { target_agent: 'thinker' });
    expect(run).toMatchObject({ state: 'completed', usage: { prompt_tokens: 180, cache_read_tokens: 160 } });
    const sent = prompts().at(-1)?.messages ?? [];
    expect(sent.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'tool']);
    expect(sent[2]).toMatchObject({ reasoning_content: 'A clock would tell.' });
    const { body } = await alice.call<{ items: { purpose: string }[] }>('GET', `/my/usage/calls?session_id=${session}`);
    const counted = { prompt_tokens: 90, cache_read_tokens: 80, cache_write_tokens: null, reasoning_tokens: null };
    expect(body.items.filter(({ purpose }) => purpose === 'chat')).toMatchObject([counted, counted]);
  });

  test('an agent knows the service’s own address', () => {
    const own = artel.cloud.environmentOf('agent-worker')[ENV.ownAddresses] ?? '';
    expect(own.split(',').map((address) => new URL(address).port)).toEqual([
      new URL(artel.cloud.url).port,
      new URL(artel.cloud.url).port,
    ]);
  });
});

describe('the key of users’ secrets', () => {
  const clientOf = (name: string) => {
    const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = artel.cloud.environmentOf(name);
    return new KMSClient({
      region: 'us-east-1',
      endpoint: artel.cloud.endpoints.services,
      credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY },
    });
  };
  const EncryptionContext = { user: 'alice', project: 'default', secret: 'weather' };
  const newKey = (as: string, context?: Record<string, string>) => {
    const KeyId = artel.cloud.environmentOf('projects')[ENV.dataKey];
    const command = new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext: context });
    return clientOf(as).send(command);
  };

  test('the key of users’ secrets seals where secrets come in, opens where they are used, and does nothing else', async () => {
    const { CiphertextBlob } = await newKey('projects', EncryptionContext);
    const open = (as: string) => clientOf(as).send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
    expect((await open('agent-worker')).Plaintext).toHaveLength(32);
    await expect(newKey('agent-worker', EncryptionContext)).rejects.toThrow(/not allowed/);
    await expect(newKey('my', EncryptionContext)).rejects.toThrow(/not allowed/);
    for (const name of ['projects', 'my', 'socket', 'auth', 'sweeper', 'timers', 'pusher']) {
      await expect(open(name)).rejects.toThrow(/not allowed/);
    }
  });

  test('the key of users’ secrets seals nothing that does not name its owner', async () => {
    await expect(newKey('projects')).rejects.toThrow(/not allowed/);
    await expect(newKey('projects', { secret: 'weather' })).rejects.toThrow(/not allowed/);
    await expect(newKey('projects', { ...EncryptionContext, value: 'in clear' })).rejects.toThrow(/not allowed/);
  });
});
