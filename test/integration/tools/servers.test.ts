import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEgress, hostList } from '../../../shared/egress/index.ts';
import {
  OutcomeUnknown,
  openToolbox,
  type Toolbox,
  ToolUnavailable,
  toolSettingsSchema,
} from '../../../shared/tools/index.ts';
import { toolName } from '../../../shared/tools/mcp/naming.ts';
import { forgetListings } from '../../../shared/tools/mcp/server.ts';
import { callBy, projectOf, someAgent } from '../../support/tool-call.ts';
import {
  type Reply,
  type Rpc,
  type Script,
  type ScriptedServer,
  startScriptedServer,
  toolsAnswer,
} from './scripted-server.ts';

/* Requirements: AG5. */

const alice = projectOf('alice');
const bob = projectOf('bob');
const stops: Array<() => Promise<void>> = [];
let secrets: Record<string, string> = {};

beforeEach(() => {
  secrets = { key: 'Bearer alices' };
  forgetListings();
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const start = async (script: Script): Promise<ScriptedServer> => {
  const server = await startScriptedServer(script);
  stops.push(server.stop);
  return server;
};
const open = async (
  server: ScriptedServer,
  more: { headers?: object; own?: string; project?: typeof alice } = {},
): Promise<Toolbox> => {
  const { headers, own = '', project = alice } = more;
  const fetch = createEgress({ allowed: hostList('127.0.0.1'), own: hostList(own) });
  const settings = toolSettingsSchema.parse([{ mcp: { url: server.url, ...(headers && { headers }) } }]);
  const toolbox = await openToolbox(project, someAgent, settings, {
    fetch,
    readSecret: async (_scope, name) => secrets[name],
  });
  stops.push(toolbox.close);
  return toolbox;
};

/** One tool, `send`, whose calls are answered as the test says. */
const sending =
  (call: (message: Rpc) => Reply | undefined, hints: Record<string, unknown> = {}): Script =>
  (message) => {
    if (message.method === 'tools/list') return { result: toolsAnswer(['send'], { annotations: hints }) };
    if (message.method !== 'tools/call') return undefined;
    return call(message) ?? { result: { content: [{ type: 'text', text: 'sent' }] } };
  };
const send = (toolbox: Toolbox) => toolbox.tools[0]!.run({ to: 'bob' }, callBy(alice));

describe('the list of a server’s tools', () => {
  test('the list of a server’s tools is read to its end, page by page', async () => {
    const server = await start(({ method, params }) => {
      if (method !== 'tools/list') return undefined;
      const page = Number(params?.cursor ?? 0);
      return { result: { ...toolsAnswer([`tool-${page}`]), ...(page < 3 && { nextCursor: String(page + 1) }) } };
    });
    const { tools } = await open(server);
    expect(tools.map(({ name }) => name.split('__')[1])).toEqual(['tool-0', 'tool-1', 'tool-2', 'tool-3']);
  });

  test('a list of tools without an end is cut short', async () => {
    const server = await start(({ method }) =>
      method === 'tools/list' ? { result: { ...toolsAnswer(['same']), nextCursor: 'again' } } : undefined,
    );
    expect((await open(server)).tools).toHaveLength(1);
    expect(server.calls('tools/list')).toBe(20);
  });

  test('the list of a server’s tools is cached separately for each user and key', async () => {
    const server = await start(sending(() => undefined));
    const headers = { authorization: { secret: 'key' } };
    await open(server, { headers });
    await open(server, { headers });
    expect(server.calls('tools/list')).toBe(1);
    await open(server, { headers, project: bob });
    expect(server.calls('tools/list')).toBe(2);
    secrets.key = 'Bearer another';
    await open(server, { headers });
    expect(server.calls('tools/list')).toBe(3);
  });

  test('a known list of tools opens no connection when no tool is called', async () => {
    const server = await start(sending(() => undefined));
    await (await open(server)).close();
    const before = server.heard.length;
    await (await open(server)).close();
    expect(server.heard.length).toBe(before);
  });
});

describe('a list with odd tools', () => {
  const odd = [
    { name: 'boxed', inputSchema: 'none' },
    { name: 'talker', description: 7, inputSchema: { type: 'object' } },
    null,
    { description: 'has no name' },
  ];
  const listing =
    (more: unknown[]): Script =>
    ({ method }) =>
      method === 'tools/list' ? { result: { tools: [...more, ...toolsAnswer(['good']).tools] } } : undefined;

  test('G16: an odd tool is missing by its name, and those beside it are offered', async () => {
    const toolbox = await open(await start(listing(odd)));
    expect(toolbox.tools.map(({ name }) => name.split('__')[1])).toEqual(['good']);
    expect(toolbox.unavailable.map((notice) => notice.replace(/ of 127\.0\.0\.1:\d+/, ''))).toEqual([
      'The tool boxed is missing: its schema describes no arguments by name.',
      'The tool talker is missing: its description is not a text.',
      'The tool #3 is missing: it has no name.',
      'The tool #4 is missing: it has no name.',
    ]);
  });

  test('G16: a tool that only states less than the protocol asks for is offered with those beside it', async () => {
    const loose = [
      { name: 'any', description: null, inputSchema: { type: 'object', properties: { data: true } } },
      { name: 'none', inputSchema: {} },
    ];
    const toolbox = await open(await start(listing(loose)));
    expect(toolbox.unavailable).toEqual([]);
    expect(toolbox.asModelTools().map((one) => one.function.parameters)).toEqual([
      { type: 'object', properties: { data: {} } },
      { type: 'object', properties: {} },
      { type: 'object', properties: {} },
    ]);
  });

  test('G15: a call is checked against the alternatives of its tool, which models are not shown', async () => {
    const either = { anyOf: [{ required: ['a'], properties: { a: { type: 'string' } } }, { required: ['b'] }] };
    const toolbox = await open(await start(listing([{ name: 'either', inputSchema: either }])));
    const tool = toolbox.tools[0]!;
    expect(tool.parameters).toEqual({ type: 'object', properties: { a: { type: 'string' } }, required: [] });
    expect(toolbox.validate(tool, { a: 'x' })).toEqual([]);
    expect(toolbox.validate(tool, { c: 1 })).not.toEqual([]);
  });

  test('G46: a missing tool’s name is answered with its own notice, and a name no tool has with none', async () => {
    const server = await start(listing(odd));
    const toolbox = await open(server);
    expect(toolbox.whyMissing(toolName(server.url, 'boxed'))).toMatch(/^The tool boxed of /);
    expect(toolbox.whyMissing(toolName(server.url, 'talker'))).toMatch(/^The tool talker of /);
    expect(toolbox.whyMissing(toolName(server.url, 'other'))).toBeUndefined();
    expect(toolbox.whyMissing('boxed')).toBeUndefined();
  });

  test('G46: the notices about one server do not crowd out the conversation', async () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ name: `odd-${index}`, inputSchema: 0 }));
    const server = await start(listing(many));
    const toolbox = await open(server);
    expect(toolbox.unavailable).toHaveLength(21);
    expect(toolbox.unavailable.at(-1)).toBe('And 480 more are missing.');
    expect(toolbox.whyMissing(toolName(server.url, 'odd-499'))).toMatch(/^The tool odd-499 of /);
  });
});

describe('a call', () => {
  test('a call carries the key of the step, and the headers whose values are secrets', async () => {
    const server = await start(sending(() => undefined));
    const toolbox = await open(server, { headers: { authorization: { secret: 'key' } } });
    expect(await send(toolbox)).toEqual({ content: 'sent', isError: false });
    const call = server.heard.find(({ method }) => method === 'tools/call');
    expect(call?.params).toMatchObject({
      name: 'send',
      arguments: { to: 'bob' },
      _meta: { 'artel/idempotencyKey': 'tsk_one#1' },
    });
    expect(server.heard.map(({ headers }) => headers.authorization)).toEqual(server.heard.map(() => 'Bearer alices'));
  });

  test('a call in a session that the server forgot is repeated once, in a new session', async () => {
    let forgotten = 0;
    const server = await start(
      sending((message) => {
        const gone = forgotten === 0 && message.method === 'tools/call';
        if (!gone) return undefined;
        forgotten += 1;
        return { status: 404, text: 'Session not found' };
      }),
    );
    expect(await send(await open(server))).toEqual({ content: 'sent', isError: false });
    expect([server.calls('initialize'), server.calls('tools/call')]).toEqual([2, 2]);
    const sessions = server.heard
      .filter(({ method }) => method === 'tools/call')
      .map(({ headers }) => headers['mcp-session-id']);
    expect(sessions).toEqual(['session-1', 'session-2']);
  });

  test('a call to a server that always forgets its session ends', async () => {
    const server = await start(sending(() => ({ status: 404, text: 'Session not found' })));
    expect(await send(await open(server))).toMatchObject({ isError: true, content: expect.stringContaining('404') });
    expect(server.calls('tools/call')).toBe(2);
  });

  test('a call that may have been carried out is not repeated unless a repeat does no harm', async () => {
    const broken = () => ({ status: 503, text: 'overloaded' });
    const unknown = await open(await start(sending(broken)));
    await expect(send(unknown)).rejects.toThrow(new OutcomeUnknown('The server answered with status 503.'));
    // Logs print causes: none holds the server's words.
    const error = await send(unknown).catch((caught: unknown) => caught);
    expect(inspect(error, { depth: 9 })).not.toContain('overloaded');
    const idempotent = await open(await start(sending(broken, { idempotentHint: true })));
    await expect(send(idempotent)).rejects.toThrow(ToolUnavailable);
  });

  test('a call refused for too many requests may be repeated', async () => {
    const toolbox = await open(await start(sending(() => ({ status: 429, text: 'slow down' }))));
    await expect(send(toolbox)).rejects.toThrow(ToolUnavailable);
  });

  test('a call that the server refuses is reported in the server’s words', async () => {
    const toolbox = await open(await start(sending(() => ({ error: { code: -32602, message: 'no such person' } }))));
    expect(await send(toolbox)).toMatchObject({ isError: true, content: expect.stringContaining('no such person') });
  });

  test('a malformed answer to a call is reported as malformed', async () => {
    const toolbox = await open(await start(sending(() => ({ result: { content: 'not a list' } }))));
    await expect(send(toolbox)).rejects.toThrow(OutcomeUnknown);
  });

  test('a call whose answer is endless is cut off, and its outcome is unknown', async () => {
    const huge = { content: [{ type: 'text', text: 'x'.repeat(11 * 1024 * 1024) }] };
    const toolbox = await open(await start(sending(() => ({ result: huge }))));
    await expect(send(toolbox)).rejects.toThrow(new OutcomeUnknown('The answer is larger than 10485760 bytes.'));
  });

  test('a call answered by an endless stream is cut off at once, not after a minute', async () => {
    const event = `event: message\ndata: ${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/message', params: { level: 'info', data: 'x'.repeat(1024 * 1024) } })}\n\n`;
    const stream = { headers: { 'content-type': 'text/event-stream' }, text: event.repeat(12) };
    const toolbox = await open(await start(sending(() => stream)));
    await expect(send(toolbox)).rejects.toThrow(new OutcomeUnknown('The answer is larger than 10485760 bytes.'));
  });
});

describe('a server that cannot be used', () => {
  test.each([
    ['refuses our credentials', { status: 401, text: 'no' }, 'refuses our credentials (401)'],
    ['is no MCP server', { headers: { 'content-type': 'text/html' }, text: '<html>' }, 'protocol'],
    ['is down', { status: 503, text: 'down' }, 'status 503'],
  ])('a server that %s leaves the agent without its tools, and says why', async (_what, reply, why) => {
    const toolbox = await open(await start(() => reply));
    expect(toolbox.tools).toEqual([]);
    expect(toolbox.unavailable.join()).toContain(why);
  });

  test('a server whose secret is missing is not contacted', async () => {
    const server = await start(() => undefined);
    const toolbox = await open(server, { headers: { authorization: { secret: 'none' } } });
    expect(toolbox.unavailable).toEqual([expect.stringMatching(/there is no secret "none"/)]);
    expect(server.heard).toEqual([]);
  });

  test('a server that is this service itself is not contacted', async () => {
    const server = await start(() => undefined);
    const toolbox = await open(server, { own: `127.0.0.1:${server.port}` });
    expect(toolbox.unavailable.join()).toMatch(/itself/);
    expect(server.heard).toEqual([]);
  });

  test.each(['https://169.254.169.254/latest', 'https://localhost/mcp'])(
    'a server that redirects to %s gets no further',
    async (location) => {
      const server = await start(() => ({ status: 307, headers: { location }, text: '' }));
      const toolbox = await open(server, { headers: { authorization: { secret: 'key' } } });
      expect(toolbox.tools).toEqual([]);
      expect(toolbox.unavailable.join()).toContain(`The server redirects to ${location}, another origin.`);
      expect(server.heard.map(({ method }) => method)).toEqual(['server/discover']);
    },
  );

  test.each([
    [307, false],
    [308, false],
    [303, true],
  ])('R3: a call that a server answers %d, to another origin, is sent to nobody else', async (status, mayBeDone) => {
    const other = await start(sending(() => undefined));
    const server = await start(sending(() => ({ status, headers: { location: `${other.url}?a=b` }, text: '' })));
    const sent = send(await open(server, { headers: { authorization: { secret: 'key' } } }));
    const why = `The server redirects to ${other.url}, another origin. Nothing was sent there.`;
    // After 303 the call was made, and only its result is elsewhere.
    if (mayBeDone) await expect(sent).rejects.toThrow(new OutcomeUnknown(why));
    else expect(await sent).toEqual({ content: why, isError: true });
    expect(other.heard).toEqual([]);
    expect(server.calls('tools/call')).toBe(1);
  });

  test('a server that redirects to another server does not take the secret there', async () => {
    const other = await start(sending(() => undefined));
    const server = await start(() => ({ status: 307, headers: { location: other.url }, text: '' }));
    const toolbox = await open(server, { headers: { authorization: { secret: 'key' } } });
    expect(toolbox.tools).toEqual([]);
    expect(other.heard).toEqual([]);
  });
});

test('an MCP session is ended when the toolbox closes, even if the server refuses', async () => {
  const server = await start((message) => {
    if (message.method === 'http DELETE') return { status: 500, text: 'no' };
    return sending(() => undefined)(message, {});
  });
  const toolbox = await open(server);
  await send(toolbox);
  await toolbox.close();
  expect(server.heard.at(-1)).toMatchObject({ http: 'DELETE', headers: { 'mcp-session-id': 'session-1' } });
});

test('concurrent calls share one new session', async () => {
  let refused = 0;
  const server = await start(
    sending(() => {
      refused += 1;
      return refused <= 3 ? { status: 404, text: 'Session not found' } : undefined;
    }),
  );
  const toolbox = await open(server);
  const answers = await Promise.all([send(toolbox), send(toolbox), send(toolbox)]);
  expect(answers.map(({ content }) => content)).toEqual(['sent', 'sent', 'sent']);
  expect(server.calls('initialize')).toBe(2);
});
