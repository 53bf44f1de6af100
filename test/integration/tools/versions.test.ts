import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEgress, hostList } from '../../../shared/egress/index.ts';
import { openToolbox, type Toolbox, toolSettingsSchema } from '../../../shared/tools/index.ts';
import { forgetListings } from '../../../shared/tools/mcp/server.ts';
import { callBy, projectOf, someAgent } from '../../support/tool-call.ts';
import { type Reply, type Rpc, type Script, type ScriptedServer, startScriptedServer } from './scripted-server.ts';

/* Requirements: AG5. */

const alice = projectOf('alice');
const stops: Array<() => Promise<void>> = [];

beforeEach(forgetListings);
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const start = async (script: Script): Promise<ScriptedServer> => {
  const server = await startScriptedServer(script);
  stops.push(server.stop);
  return server;
};

const open = async ({ url }: ScriptedServer): Promise<Toolbox> => {
  const fetch = createEgress({ allowed: hostList('127.0.0.1'), own: hostList('') });
  const settings = toolSettingsSchema.parse([{ mcp: { url } }]);
  const toolbox = await openToolbox(alice, someAgent, settings, { fetch, readSecret: async () => undefined });
  stops.push(toolbox.close);
  return toolbox;
};

const VERSION = '2026-07-28';
const inputSchema = {
  type: 'object',
  properties: { region: { type: 'string', 'x-mcp-header': 'Region' }, size: { type: 'integer' } },
};

/** A server that knows the newest version alone, says no more than it must, and lists an odd tool beside a good one. */
const newest =
  (call: Reply = {}): Script =>
  ({ method }: Rpc) => {
    const answers: Record<string, Reply> = {
      'server/discover': {
        result: {
          resultType: 'complete',
          supportedVersions: [VERSION],
          capabilities: { tools: {} },
          ttlMs: 0,
          cacheScope: 'private',
        },
      },
      'tools/list': {
        result: {
          resultType: 'complete',
          tools: [
            { name: 'odd', inputSchema: 7 },
            { name: 'order', inputSchema },
          ],
        },
      },
      'tools/call': { result: { resultType: 'complete', content: [{ type: 'text', text: 'ordered' }] }, ...call },
    };
    return (
      answers[method] ?? {
        status: 400,
        error: { code: -32022, message: 'Unsupported protocol version', data: { supported: [VERSION] } },
      }
    );
  };

test('G48: a server that speaks 2026-07-28 only is used, without a greeting and without a session', async () => {
  const server = await start(newest());
  const toolbox = await open(server);
  expect(toolbox.tools.map(({ name }) => name.split('__')[1])).toEqual(['order']);
  const result = await toolbox.tools[0]!.run({ region: 'eu-1', size: 3 }, callBy(alice));
  expect(result).toEqual({ content: 'ordered', isError: false });
  await toolbox.close();
  expect(server.heard.map(({ method }) => method)).toEqual(['server/discover', 'tools/list', 'tools/call']);
  const call = server.heard.at(-1);
  expect(call?.params).toMatchObject({ name: 'order', _meta: { 'artel/idempotencyKey': 'tsk_one#1' } });
  expect(call?.headers).toMatchObject({
    'mcp-protocol-version': VERSION,
    'mcp-method': 'tools/call',
    'mcp-name': 'order',
  });
  expect(call?.headers).toMatchObject({ 'mcp-param-region': 'eu-1' });
  expect(call?.headers['mcp-session-id']).toBeUndefined();
});

test('G48: an odd tool of a server that speaks 2026-07-28 is missing by its name, and those beside it are offered', async () => {
  const toolbox = await open(await start(newest()));
  expect(toolbox.unavailable).toEqual([expect.stringMatching(/^The tool odd of .* is missing: /)]);
});

test('G48: a tool that asks for further input is told to the model as one that cannot be used so', async () => {
  const input = { resultType: 'input_required', inputRequests: { a: { method: 'elicitation/create', params: {} } } };
  const toolbox = await open(await start(newest({ result: input })));
  const result = await toolbox.tools[0]!.run({ size: 1 }, callBy(alice));
  expect(result).toEqual({ content: 'The tool asks for further input, which an agent cannot give it.', isError: true });
});

test('G48: a call that a server of 2026-07-28 refuses is reported in its words', async () => {
  const error = { code: -32602, message: 'no such region' };
  const toolbox = await open(await start(newest({ status: 400, error })));
  const result = await toolbox.tools[0]!.run({ size: 1 }, callBy(alice));
  expect(result).toMatchObject({ isError: true, content: expect.stringContaining('no such region') });
});

const tools = { tools: [{ name: 'order', inputSchema }] };

test.each<[string, Reply]>([
  ['does not know the method', { error: { code: -32601, message: 'Method not found' } }],
  ['wants a greeting first', { status: 400, text: 'Bad Request: Server not initialized' }],
  ['breaks', { status: 500, text: 'Internal Server Error' }],
  ['answers with nothing', { status: 202, text: '' }],
  ['answers with what is no JSON-RPC', { text: '{}' }],
  ['answers with a page', { headers: { 'content-type': 'text/html' }, text: '<html>' }],
  ['answers with a result of its own', { result: { hello: 'there' } }],
])(
  'G48: a server of an older version that, asked for its version, %s is greeted as before',
  async (_what, reply) => {
    const server = await start(({ method }) => {
      if (method === 'server/discover') return reply;
      return method === 'tools/list' ? { result: tools } : undefined;
    });
    const toolbox = await open(server);
    expect(toolbox.unavailable).toEqual([]);
    expect(toolbox.tools.map(({ name }) => name.split('__')[1])).toEqual(['order']);
    expect(server.calls('initialize')).toBe(1);
  },
  40_000,
);

test('G48: a server of an older version is asked for its version once', async () => {
  const server = await start(({ method }) => (method === 'tools/list' ? { result: tools } : undefined));
  await (await open(server)).close();
  forgetListings();
  await (await open(server)).close();
  expect([server.calls('server/discover'), server.calls('initialize')]).toEqual([1, 2]);
});
