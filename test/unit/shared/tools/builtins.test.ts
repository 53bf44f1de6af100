import { describe, expect, test } from 'vitest';
import { EgressDenied, type EgressFetch, EgressTimedOut, EgressUnreachable } from '../../../../shared/egress/index.ts';
import { MemoryUnavailable } from '../../../../shared/memory/index.ts';
import { httpFetch } from '../../../../shared/tools/builtin/http-fetch.ts';
import { memorySave, memorySearch } from '../../../../shared/tools/builtin/memory.ts';
import { clock } from '../../../../shared/tools/builtin/plain.ts';
import {
  BUILTIN_NAMES,
  judgeOf,
  OutcomeUnknown,
  openToolbox,
  ToolUnavailable,
} from '../../../../shared/tools/index.ts';
import { callBy, projectOf, someAgent } from '../../../support/tool-call.ts';

/* Requirements: AG5. */

const alice = projectOf('alice');
type Sent = Parameters<EgressFetch>;

const answering = (answer: Response | Error) => {
  const sent: Sent[] = [];
  const fetch: EgressFetch = async (...call) => {
    sent.push(call);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { sent, tool: httpFetch(fetch) };
};

describe('the built-in tools', () => {
  test('the built-in tools are all there, each under its own name', async () => {
    const toolbox = await openToolbox(alice, someAgent, [...BUILTIN_NAMES]);
    expect(toolbox.tools.map(({ name }) => name)).toEqual([...BUILTIN_NAMES]);
    for (const { function: declared } of toolbox.asModelTools()) {
      expect(declared.parameters).toMatchObject({ type: 'object', additionalProperties: false });
      expect(declared.description).toMatch(/^[A-Z].+\.$/);
    }
  });

  test.each([
    ['calculate', { expression: '1' }, 'low', 'safe'],
    ['clock', {}, 'low', 'safe'],
    ['memory_search', { query: 'a' }, 'low', 'safe'],
    ['memory_save', { text: 'a' }, 'low', 'safe'],
    ['file_read', { path: 'a' }, 'low', 'safe'],
    ['file_list', {}, 'low', 'safe'],
    ['ask_agent', { agent: 'writer', message: 'a' }, 'low', 'keyed'],
    ['ask_person', { question: 'Tea?' }, 'low', 'keyed'],
    ['file_write', { path: 'a', content: 'b' }, 'medium', 'safe'],
    ['file_edit', { path: 'a', find: 'b', replace: 'c' }, 'medium', 'safe'],
    ['file_move', { path: 'a', to: 'b' }, 'medium', 'safe'],
    ['file_delete', { path: 'a' }, 'medium', 'safe'],
    ['file_search', { query: 'a' }, 'low', 'safe'],
    ['run_command', { command: 'ls' }, 'low', 'safe'],
    ['run_command', { command: 'ls', keep_changes: true }, 'medium', 'safe'],
    ['run_command', { command: 'ls', hosts: ['a.example'] }, 'high', 'unknown'],
    ['http_fetch', { url: 'https://a.example/' }, 'medium', 'safe'],
    ['http_fetch', { url: 'https://a.example/', method: 'HEAD' }, 'medium', 'safe'],
    [
      'http_fetch',
      { url: 'https://a.example/', method: 'GET', headers: { 'X-HTTP-Method-Override': 'DELETE' } },
      'high',
      'unknown',
    ],
    ['http_fetch', { url: 'https://a.example/', method: 'PUT' }, 'high', 'safe'],
    ['http_fetch', { url: 'https://a.example/', method: 'DELETE' }, 'high', 'safe'],
    ['http_fetch', { url: 'https://a.example/', method: 'POST' }, 'high', 'unknown'],
    ['http_fetch', { url: 'https://a.example/', method: 'PATCH' }, 'high', 'unknown'],
    ['http_fetch', { url: 1 }, 'high', 'unknown'],
  ] as const)('the built-in tool %s with %o has its risk and its repeatability', async (name, args, risk, repeat) => {
    const toolbox = await openToolbox(alice, someAgent, [name]);
    const tool = toolbox.find(name)!;
    expect([tool.riskOf(args), tool.repeatOf(args)]).toEqual([risk, repeat]);
    // What a decision permits is judged without the tool: by its arguments, or the same for all of them.
    const judge = judgeOf(name) ?? { riskOf: () => tool.riskOf(undefined), destinationOf: () => ({}) };
    expect([judge.riskOf(args), judge.destinationOf(args)]).toEqual([risk, tool.destinationOf(args)]);
    if (risk !== 'high' || 'method' in args || 'hosts' in args) expect(toolbox.validate(tool, args)).toEqual([]);
    else expect(toolbox.validate(tool, args)).not.toEqual([]);
  });

  test('the built-in tools answer wrong arguments with the problem', async () => {
    const toolbox = await openToolbox(alice, someAgent, ['clock']);
    const answer = await toolbox.find('clock')!.run({ time_zone: 'Mars/Olympus' }, callBy(alice));
    expect(answer).toMatchObject({ isError: true, content: expect.stringMatching(/time zone/) });
  });

  test('the calculator computes what it is asked', async () => {
    const toolbox = await openToolbox(alice, someAgent, ['calculate']);
    const tool = toolbox.find('calculate')!;
    expect(await tool.run({ expression: '0.1 + 0.2' }, callBy(alice))).toEqual({ content: '0.3', isError: false });
    expect(await tool.run({ expression: '1 / 0' }, callBy(alice))).toMatchObject({ isError: true });
  });

  test('the clock tells the time in any time zone', async () => {
    const tool = clock({ now: () => Date.UTC(2026, 6, 1, 22, 30) });
    const { content } = await tool.run({ time_zone: 'Europe/Vienna' }, callBy(alice));
    expect(JSON.parse(content)).toMatchObject({
      utc: '2026-07-01T22:30:00.000Z',
      local: expect.stringMatching(/Thursday.*2 July 2026.*00:30/),
    });
  });

  test.each([
    ['ask_agent', { agent: 'writer', message: 'Hello?' }],
    ['ask_person', { question: 'Tea?' }],
  ] as const)('the built-in tool %s is left to the worker', async (name, args) => {
    const toolbox = await openToolbox(alice, someAgent, [name]);
    await expect(toolbox.find(name)!.run(args, callBy(alice))).rejects.toThrow(`${name} is carried out by the worker`);
  });
});

describe('http_fetch', () => {
  test('http_fetch shows status, type and text', async () => {
    const { tool, sent } = answering(new Response('{"a": 1}', { headers: { 'content-type': 'application/json' } }));
    const answer = await tool.run(
      { url: 'https://a.example/x', headers: { accept: 'application/json' } },
      callBy(alice),
    );
    expect(answer).toEqual({ content: 'HTTP 200\ncontent-type: application/json\n\n{"a": 1}', isError: false });
    expect(Object.fromEntries(sent[0]![1]!.headers as Headers)).toEqual({ accept: 'application/json' });
  });

  test('http_fetch is identified by host and method where permission is remembered', () => {
    const { tool } = answering(new Response());
    expect(tool.destinationOf({ url: 'https://a.example:8443/x', method: 'POST' })).toEqual({
      host: 'a.example:8443',
      method: 'POST',
    });
  });

  test('http_fetch sends the key of the step with every request that may change something', async () => {
    const { tool, sent } = answering(new Response('ok'));
    await tool.run({ url: 'https://a.example/', method: 'POST', body: 'hello' }, callBy(alice));
    expect((sent[0]![1]!.headers as Headers).get('idempotency-key')).toBe('tsk_one#1');
    expect(sent[0]![1]!.body).toBe('hello');
  });

  test('http_fetch keeps the beginning of a text that is too long', async () => {
    const { tool } = answering(new Response('ä'.repeat(100_000), { headers: { 'content-type': 'text/plain' } }));
    const { content } = await tool.run({ url: 'https://a.example/' }, callBy(alice));
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(64 * 1024);
    expect(content).toMatch(/ä\n\[cut off after \d+ bytes\]$/);
  });

  test('http_fetch reads other character sets', async () => {
    const latin = new Response(new Uint8Array([0xe4]), {
      headers: { 'content-type': 'text/plain; charset=iso-8859-1' },
    });
    expect((await answering(latin).tool.run({ url: 'https://a.example/' }, callBy(alice))).content).toMatch(/ä$/);
  });

  test('http_fetch describes what is not text', async () => {
    const { tool } = answering(new Response('x', { headers: { 'content-type': 'image/png' } }));
    expect((await tool.run({ url: 'https://a.example/' }, callBy(alice))).content).toMatch(/\[not text, not shown\]$/);
  });

  test('http_fetch shows a server error to the model, with its text', async () => {
    const { tool } = answering(
      new Response('no such page', { status: 404, headers: { 'content-type': 'text/plain' } }),
    );
    expect(await tool.run({ url: 'https://a.example/' }, callBy(alice))).toMatchObject({
      isError: true,
      content: expect.stringMatching(/^HTTP 404[\s\S]*no such page$/),
    });
  });

  test('R3: http_fetch names another origin it was sent to, and that nothing went there', async () => {
    const elsewhere = new Response('moved', { status: 307, headers: { location: 'https://b.example/x' } });
    const { content, isError } = await answering(elsewhere).tool.run({ url: 'https://a.example/' }, callBy(alice));
    expect(content).toMatch(/^HTTP 307\nlocation: https:\/\/b\.example\/x\n\n\[.*another origin.*call http_fetch/);
    expect(isError).toBe(false);
  });

  test('R3: http_fetch without encryption is another place than with it', () => {
    const { destinationOf } = answering(new Response()).tool;
    expect(destinationOf({ url: 'https://a.example/' })).toEqual({ host: 'a.example', method: 'GET' });
    expect(destinationOf({ url: 'http://a.example/' })).toEqual({ host: 'a.example', method: 'GET', scheme: 'http' });
  });

  test('http_fetch shows a refused address to the model, with the reason', async () => {
    const { tool } = answering(new EgressDenied('This address is not public.'));
    const answer = await tool.run({ url: 'https://10.0.0.1/' }, callBy(alice));
    expect(answer).toEqual({ content: 'This address is not public.', isError: true });
  });

  test('http_fetch without an answer has an unknown outcome only if the request may have arrived and must not arrive twice', async () => {
    const late = answering(new EgressTimedOut('Too late.')).tool;
    const post = { url: 'https://a.example/', method: 'POST' };
    await expect(late.run(post, callBy(alice))).rejects.toThrow(OutcomeUnknown);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect(await late.run({ ...post, method }, callBy(alice))).toEqual({ content: 'Too late.', isError: true });
    }
    const away = answering(new EgressUnreachable('No such name.', { sent: false })).tool;
    expect(await away.run(post, callBy(alice))).toEqual({ content: 'No such name.', isError: true });
  });

  test.each([
    ['a body of a GET', { url: 'https://a.example/', body: 'x' }, /GET and HEAD have no body/],
    ['an impossible header', { url: 'https://a.example/', headers: { 'a b': 'c' } }, /HTTP does not allow/],
    ['another method', { url: 'https://a.example/', method: 'CONNECT' }, /method/],
  ])('http_fetch refuses %s before anything is sent', async (_what, args, why) => {
    const { tool, sent } = answering(new Response());
    expect(await tool.run(args, callBy(alice))).toMatchObject({ isError: true, content: expect.stringMatching(why) });
    expect(sent).toEqual([]);
  });

  test('http_fetch passes an abort to the caller, not to the model', async () => {
    const reason = new Error('the lease is gone');
    await expect(answering(reason).tool.run({ url: 'https://a.example/' }, callBy(alice))).rejects.toBe(reason);
  });
});

describe('memory', () => {
  const remembered: unknown[] = [];
  const remember = async (...call: unknown[]) => {
    remembered.push(call.slice(1, 4));
    return { id: 'x', embedding: {} } as never;
  };

  test('memory_save stores a step’s fact once, with its subject, where it comes from and what it contradicts', async () => {
    remembered.length = 0;
    const tool = memorySave({ remember }, { maxVectors: 100 });
    await tool.run({ text: 'Tea is ready.' }, callBy(alice));
    await tool.run({ text: 'Tea is ready.' }, callBy(alice));
    await tool.run({ text: 'green', subject: 'Favourite colour' }, callBy(alice, { idempotencyKey: 'another' }));
    await tool.run({ text: 'cold', contradicts: ['tool-x'] }, callBy(alice, { idempotencyKey: 'a third' }));
    const ids = remembered.map((call) => (call as [string, { id: string }])[1].id);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
    const source = { sessionId: 'ses_one', messageId: 'msg_one', agentVersion: 3 };
    expect(remembered[2]).toMatchObject([
      'agt_one',
      { text: 'Favourite colour: green', type: 'fact', subject: 'Favourite colour', ...source },
      { maxVectors: 100, supersedes: [] },
    ]);
    expect(remembered[3]).toMatchObject(['agt_one', { text: 'cold' }, { supersedes: ['tool-x'] }]);
  });

  test('memory_save says what is wrong with a subject of blanks, and keeps one without the blanks around it', async () => {
    remembered.length = 0;
    const tool = memorySave({ remember }, {});
    const refused = await tool.run({ text: 'green', subject: '  ' }, callBy(alice));
    expect(refused).toMatchObject({ isError: true, content: expect.stringContaining('subject') });
    expect(remembered).toEqual([]);
    await tool.run({ text: 'green', subject: ' Favourite colour ' }, callBy(alice));
    expect(remembered[0]).toMatchObject([
      'agt_one',
      { text: 'Favourite colour: green', subject: 'Favourite colour' },
      {},
    ]);
  });

  test('memory that is unreachable is retried when saving, and done without when searching', async () => {
    const broken = async () => {
      throw new MemoryUnavailable(new Error('down'));
    };
    await expect(memorySave({ remember: broken }, {}).run({ text: 'a' }, callBy(alice))).rejects.toThrow(
      ToolUnavailable,
    );
    expect(await memorySearch({ recall: broken }).run({ query: 'a' }, callBy(alice))).toMatchObject({ isError: true });
  });

  test('memory_search finds by its query, and says when there is nothing', async () => {
    const asked: unknown[] = [];
    const tool = memorySearch({
      recall: async (_project, agent, wish) => {
        asked.push([agent, wish]);
        return [];
      },
    });
    const found = await tool.run({ query: 'tea', since: '2026-01-01T00:00:00Z', limit: 3 }, callBy(alice));
    expect(found).toEqual({ content: 'Nothing was found.', isError: false });
    expect(asked).toMatchObject([['agt_one', { query: 'tea', limit: 3, filters: { since: Date.UTC(2026, 0, 1) } }]]);
  });
});
