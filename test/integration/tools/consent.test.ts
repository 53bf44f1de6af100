import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENV } from '../../../shared/core/environment.ts';
import { parseExact } from '../../../shared/core/json/exact.ts';
import { toolName } from '../../../shared/tools/mcp/naming.ts';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { storedEvents, typesOf } from '../../support/events.ts';
import { listen } from '../../support/listener.ts';
import { operatorOf } from '../../support/operator.ts';
import { type OutsideServer, startOutsideServer } from '../egress/server.ts';
import { type ScriptedServer, startScriptedServer } from './scripted-server.ts';

/* Requirements: AP1, AP3. */

let artel: Artel;
let alice: Person;
let tools: ScriptedServer;
let near: OutsideServer;
let far: OutsideServer;
/** What happens while the far server is asked. */
let meanwhile: () => Promise<void> = async () => undefined;

/** As generators write it for an unsigned integer of 64 bits. */
const properties = { size: { type: 'number', maximum: 1.8446744073709552e19 } };
const measure = { name: 'measure', inputSchema: { type: 'object', properties } };

beforeAll(async () => {
  tools = await startScriptedServer(({ method }) => {
    if (method === 'tools/list') return { result: { tools: [measure] } };
    return method === 'tools/call' ? { result: { content: [{ type: 'text', text: 'Measured.' }] } } : undefined;
  });
  far = await startOutsideServer((_request, response) => void meanwhile().finally(() => response.end('far')));
  near = await startOutsideServer(({ url = '' }, response) => {
    if (url === '/here') response.writeHead(200, { 'content-type': 'text/plain' }).end('near');
    else response.writeHead(Number(url.slice(1)), { location: at(far, '/taken') }).end();
  });
  artel = await startArtel({ environment: { [ENV.allowedHosts]: '127.0.0.1' } });
  alice = await artel.register('alice');
});
afterAll(async () => {
  await artel.stop();
  await Promise.all([tools, near, far].map((server) => server.stop()));
});
beforeEach(() => {
  artel.model.always({ text: 'Done.' });
  far.seen.length = 0;
  meanwhile = async () => undefined;
});

const at = ({ port }: OutsideServer, path: string): string => `http://127.0.0.1:${port}${path}`;
const hostOf = ({ port }: OutsideServer): string => `127.0.0.1:${port}`;

const agentWith = (tool: unknown) => alice.chat(`agent-${crypto.randomUUID().slice(0, 8)}`, { tools: [tool] });
type Chat = { agent: string; session: string };

/** The agent's model wants to call a tool; `args` is its text. */
const wanting = async ({ agent, session }: Chat, name: string, args: string): Promise<void> => {
  artel.model.script({ tool_calls: [{ name, arguments: args }] });
  await alice.call('POST', `/my/chat/${session}/message`, { content: 'Go on.', target_agent: agent });
};
const fetching = (chat: Chat, args: object) => wanting(chat, 'http_fetch', JSON.stringify(args));

/** The newest result of a tool that the model was shown. */
const toolText = (): string => {
  const asked = artel.model.requests.findLast(({ path }) => path.endsWith('/chat/completions'));
  const { messages } = (asked?.body ?? { messages: [] }) as { messages: { role: string; content: string }[] };
  return messages.findLast(({ role }) => role === 'tool')?.content ?? '';
};

const questions = async (session: string): Promise<number> =>
  typesOf(await storedEvents(alice, session)).filter((type) => type === 'approval_required').length;

describe('a decision that is remembered', () => {
  test('R2: a person who edits the address and has it remembered permits the host they wrote, not the one proposed', async () => {
    const chat = await agentWith('http_fetch');
    await fetching(chat, { url: at(far, '/proposed') });
    const { id } = await pendingApproval(alice, chat.session);
    await decide(alice, id, { decision: 'edit', arguments: { url: at(near, '/here') }, remember: true });
    await ended(alice, chat.session);
    const { body } = await alice.call<{ items: object[] }>('GET', '/my/permissions');
    expect(body.items).toMatchObject([{ tool: 'http_fetch', host: hostOf(near), method: 'GET', approval_id: id }]);
    const audit = await alice.call<{ items: { action: string; target: string }[] }>('GET', '/my/audit?limit=100');
    const granted = audit.body.items.filter(({ action }) => action === 'permission_remembered');
    expect(granted.map(({ target }) => target)).toEqual(body.items.map((item) => (item as { id: string }).id));

    await fetching(chat, { url: at(near, '/here') });
    await ended(alice, chat.session, 2);
    expect(await questions(chat.session)).toBe(1);
    expect(toolText()).toContain('near');
    await fetching(chat, { url: at(far, '/proposed') });
    await decide(alice, (await pendingApproval(alice, chat.session, 2)).id, { decision: 'reject' });
    await ended(alice, chat.session, 3);
    expect(far.seen).toEqual([]);
  });

  test('R2: an edit that raises the risk cannot be remembered, one that lowers it can', async () => {
    const chat = await agentWith('http_fetch');
    await fetching(chat, { url: at(near, '/here') });
    const first = await pendingApproval(alice, chat.session);
    const post = { url: at(near, '/here'), method: 'POST' };
    const refused = await decide(alice, first.id, { decision: 'edit', arguments: post, remember: true });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'remember' }] } });
    await decide(alice, first.id, { decision: 'reject' });
    await ended(alice, chat.session);
    await fetching(chat, post);
    const second = await pendingApproval(alice, chat.session, 2);
    const get = { url: at(near, '/here') };
    expect((await decide(alice, second.id, { decision: 'edit', arguments: get, remember: true })).status).toBe(200);
    await ended(alice, chat.session, 2);
    const { body } = await alice.call<{ items: { approval_id: string }[] }>('GET', '/my/permissions');
    expect(body.items.find(({ approval_id }) => approval_id === second.id)).toMatchObject({ method: 'GET' });
  });
});

describe('a request that is redirected to another origin', () => {
  test('R3: a remembered GET goes no further than the host it was remembered for, and the model reads where it was sent', async () => {
    const chat = await agentWith('http_fetch');
    await fetching(chat, { url: at(near, '/here') });
    await decide(alice, (await pendingApproval(alice, chat.session)).id, { decision: 'approve', remember: true });
    await ended(alice, chat.session);
    await fetching(chat, { url: at(near, '/302') });
    await ended(alice, chat.session, 2);
    expect(await questions(chat.session)).toBe(1);
    expect(toolText()).toContain(`HTTP 302\nlocation: ${at(far, '/taken')}\n`);
    expect(far.seen).toEqual([]);
    await fetching(chat, { url: at(far, '/taken') });
    const { payload } = await pendingApproval(alice, chat.session, 2);
    expect(payload).toMatchObject({ host: hostOf(far), method: 'GET' });
  });

  test.each([307, 308, 303])(
    'R3: an approved POST that is answered %d sends its body to nobody else',
    async (status) => {
      const chat = await agentWith('http_fetch');
      await fetching(chat, { url: at(near, `/${status}`), method: 'POST', body: 'for near alone' });
      await decide(alice, (await pendingApproval(alice, chat.session)).id, { decision: 'approve' });
      await ended(alice, chat.session);
      expect(near.seen.at(-1)).toMatchObject({ method: 'POST', body: 'for near alone' });
      expect(near.seen.at(-1)?.headers['idempotency-key']).toMatch(/./);
      expect(far.seen).toEqual([]);
      expect(toolText()).toContain(`location: ${at(far, '/taken')}`);
    },
  );
});

/** Numbers that JavaScript or the table would change or refuse, and names that are special to JavaScript. */
const ODD =
  '{"size":9007199254740993,"big":1e300,"tiny":1e-300,"least":5e-324,"one":1.0,"zero":-0,"names":{"__proto__":{"size":1E2},"constructor":[12345678901234567890.5]},"__proto__":{"toString":10e-131}}';
const nested = (depth: number): string => `{"within":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;

describe('arguments as they are spelled', () => {
  const start = async (args: string) => {
    const chat = await agentWith({ mcp: { url: tools.url } });
    await wanting(chat, toolName(tools.url, 'measure'), args);
    return chat;
  };
  const rawly = async (path: string): Promise<string> => {
    const answer = await fetch(`${alice.url}${path}`, { headers: { authorization: `Bearer ${alice.token}` } });
    return answer.text();
  };
  const sent = (): string | undefined => tools.heard.findLast(({ method }) => method === 'tools/call')?.text;

  test('R4: a call is asked about, recorded and made with the numbers and names the model wrote', async () => {
    const { session } = await start(ODD);
    const { id } = await pendingApproval(alice, session);
    expect(await rawly(`/my/approvals/${id}`)).toContain(`"arguments":${ODD}`);
    await decide(alice, id, { decision: 'approve' });
    await ended(alice, session);
    expect(sent()).toContain(`"arguments":${ODD}`);
    const log = await rawly(`/my/projects/default/chat/${session}/events?follow=false`);
    expect(log.split('\n').filter((line) => line.includes(`"arguments":${ODD}`))).toHaveLength(2);
  });

  test('R4: an edited call is made as the person wrote it, who sees it so and may say it again', async () => {
    const { session } = await start('{"size":1}');
    const { id } = await pendingApproval(alice, session);
    const edit = { decision: 'edit', arguments: parseExact(ODD) };
    expect((await decide(alice, id, edit)).status).toBe(200);
    expect((await decide(alice, id, edit)).status).toBe(200);
    const other = { decision: 'edit', arguments: parseExact(ODD.replace('40993', '40992')) };
    expect((await decide(alice, id, other)).status).toBe(409);
    expect(await rawly(`/my/approvals/${id}`)).toContain(`"reason":null,"arguments":${ODD}`);
    await ended(alice, session);
    expect(sent()).toContain(`"arguments":${ODD}`);
  });

  test('R4: an edit over the WebSocket is made as it was written', async () => {
    const { session } = await start('{"size":1}');
    const { id } = await pendingApproval(alice, session);
    const { url } = (await alice.call<{ url: string }>('POST', '/my/socket-ticket')).body;
    const socket = await listen(url, alice);
    const message = { action: 'confirm', approval_id: id, decision: 'edit', arguments: parseExact(ODD) };
    expect(await socket.say(message)).toMatchObject({ ok: true });
    socket.close();
    await ended(alice, session);
    expect(sent()).toContain(`"arguments":${ODD}`);
  });

  test('R4: a call nested 64 levels deep is asked about and made, and one deeper is refused with the reason', async () => {
    const { session } = await start(nested(64));
    const { id } = await pendingApproval(alice, session);
    const deeper = { decision: 'edit', arguments: JSON.parse(nested(65)) };
    const message = 'Must be nested at most 64 levels deep.';
    const refused = await decide(alice, id, deeper);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'arguments', message }] } });
    await decide(alice, id, { decision: 'approve' });
    await ended(alice, session);
    expect(sent()).toContain(`"arguments":${nested(64)}`);

    const other = await start(nested(65));
    expect(typesOf(await ended(alice, other.session))).not.toContain('approval_required');
    expect(toolText()).toContain('nested at most 64 levels deep');
  });

  test('R4: a body nested thousands of levels deep is refused, not an error of ours', async () => {
    const body = `{"decision":"edit","arguments":${nested(20_000)}}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await alice.call('POST', '/my/approvals/apr_01JD0000000000000000000000/confirm', body, headers);
    expect(answer).toMatchObject({ status: 400, body: { error_code: 'bad_request' } });
  });
});

test('while a tool that a person agreed to is at work, nothing is held back for a call of a model', async () => {
  const chat = await agentWith('http_fetch');
  await fetching(chat, { url: at(far, '/slow') });
  const { id } = await pendingApproval(alice, chat.session);
  // Another worker, which embeds the question itself.
  await artel.cloud.kill('agent-worker');
  const operator = operatorOf(artel.cloud);
  const open: unknown[] = [];
  meanwhile = async () => {
    open.push(...(await operator.partition(`USER#${alice.id}`, 'BUDGET#')).map((budget) => budget.open));
  };
  await decide(alice, id, { decision: 'approve' });
  await ended(alice, chat.session);
  operator.stop();
  expect(toolText()).toContain('far');
  expect(open).toEqual([{}]);
});
