import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEgress, hostList } from '../../../shared/egress/index.ts';
import { openToolbox, type Tool, type Toolbox, toolSettingsSchema } from '../../../shared/tools/index.ts';
import { callBy, projectOf, someAgent } from '../../support/tool-call.ts';
import { startEverything } from './everything.ts';

/* Requirements: AG5. */

const alice = projectOf('alice');
let server: Awaited<ReturnType<typeof startEverything>>;
const toolboxes: Toolbox[] = [];

const open = async (setting: { trusted?: boolean; allow?: string[] } = {}): Promise<Toolbox> => {
  const { allow, ...mcp } = setting;
  const settings = toolSettingsSchema.parse(['clock', { mcp: { url: server.url, ...mcp }, ...(allow && { allow }) }]);
  const fetch = createEgress({ allowed: hostList(`127.0.0.1:${server.port}`), own: hostList() });
  const toolbox = await openToolbox(alice, someAgent, settings, { fetch, readSecret: async () => undefined });
  toolboxes.push(toolbox);
  return toolbox;
};
const toolOf = ({ tools }: Toolbox, name: string): Tool => {
  const tool = tools.find((one) => one.name.endsWith(`__${name}`));
  if (!tool) throw new Error(`no tool ${name} among ${tools.map((one) => one.name).join(', ')}`);
  return tool;
};

beforeAll(async () => {
  server = await startEverything();
});
afterAll(async () => {
  await Promise.all(toolboxes.map((toolbox) => toolbox.close()));
  await server.stop();
});

describe('the reference MCP server (AG5)', () => {
  test('the reference server offers its tools beside the built-in ones, under names that a model may call', async () => {
    const toolbox = await open();
    expect(toolbox.tools.length).toBeGreaterThan(8);
    expect(toolbox.find('clock')?.origin).toEqual({ kind: 'builtin' });
    for (const { function: declared } of toolbox.asModelTools()) {
      expect(declared.name).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
      expect(declared.parameters).toMatchObject({ type: 'object' });
    }
    expect(toolOf(toolbox, 'echo').origin).toEqual({
      kind: 'mcp',
      url: server.url,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('the reference server answers a call', async () => {
    const sum = toolOf(await open(), 'get-sum');
    expect(await sum.run({ a: 20, b: 22 }, callBy(alice))).toEqual({
      content: 'The sum of 20 and 22 is 42.',
      isError: false,
    });
  });

  test('the arguments of a call are checked before the reference server is called', async () => {
    const toolbox = await open();
    const sum = toolOf(toolbox, 'get-sum');
    expect(toolbox.validate(sum, { a: 1, b: 2 })).toEqual([]);
    expect(toolbox.validate(sum, { a: 'one' }).join(' ')).toMatch(/#\/a.*number|required/s);
  });

  test('an image of the reference server is described to a model that reads text', async () => {
    const { content } = await toolOf(await open(), 'get-tiny-image').run({}, callBy(alice));
    expect(content).toMatch(/\[image, image\/png, \d+ bytes, not shown\]/);
  });

  test('structured content of the reference server is said once', async () => {
    const tool = toolOf(await open(), 'get-structured-content');
    const { content } = await tool.run({ location: 'Chicago' }, callBy(alice));
    expect(JSON.parse(content)).toEqual({ temperature: 36, conditions: 'Light rain / drizzle', humidity: 82 });
  });

  test('the resources that the reference server links to are named', async () => {
    const { content } = await toolOf(await open(), 'get-resource-links').run({ count: 2 }, callBy(alice));
    expect(content.match(/\[resource \S+: .+\]/g)).toHaveLength(2);
  });

  test('the reference server reports the progress of a long call', async () => {
    const heard: string[] = [];
    const tool = toolOf(await open(), 'trigger-long-running-operation');
    const call = callBy(alice, { onProgress: (text) => heard.push(text) });
    const { content } = await tool.run({ duration: 0.2, steps: 2 }, call);
    expect(content).toMatch(/completed/i);
    expect(heard).toEqual(['1 of 2', '2 of 2']);
  });

  test('the reference server is left as soon as the caller aborts, with the caller’s reason', async () => {
    const reason = new Error('the lease is gone');
    const controller = new AbortController();
    const tool = toolOf(await open(), 'trigger-long-running-operation');
    const call = callBy(alice, { signal: controller.signal, onProgress: () => controller.abort(reason) });
    await expect(tool.run({ duration: 60, steps: 600 }, call)).rejects.toBe(reason);
  });

  test('an answer of the reference server that says it is an error is one', async () => {
    const answer = await toolOf(await open(), 'get-sum').run({ a: 'one', b: 2 }, callBy(alice));
    expect(answer).toMatchObject({ isError: true, content: expect.stringMatching(/number/) });
  });

  test('the reference server’s annotations lower a risk only when the user trusts it', async () => {
    expect(toolOf(await open(), 'get-sum').riskOf({})).toBe('medium');
    expect(toolOf(await open({ trusted: true }), 'get-sum').riskOf({})).toBe('low');
    expect(toolOf(await open({ trusted: true }), 'get-sum').repeatOf({})).toBe('safe');
  });

  test('the reference server offers no more tools than the user allows, and missing ones are named', async () => {
    const toolbox = await open({ allow: ['echo', 'get-moon'] });
    expect(toolbox.tools.map(({ name }) => name.split('__').at(-1))).toEqual(['clock', 'echo']);
    expect(toolbox.unavailable).toEqual([
      `The tool get-moon of 127.0.0.1:${server.port} is missing: the server does not have it.`,
    ]);
  });

  test('a reference server that is gone is reported as such, and the other tools stay', async () => {
    const other = await startEverything();
    await other.stop();
    const settings = toolSettingsSchema.parse(['clock', { mcp: { url: other.url } }]);
    const fetch = createEgress({ allowed: hostList(`127.0.0.1:${other.port}`), own: hostList() });
    const toolbox = await openToolbox(alice, someAgent, settings, { fetch, readSecret: async () => undefined });
    expect(toolbox.tools.map(({ name }) => name)).toEqual(['clock']);
    expect(toolbox.unavailable[0]).toContain('ECONNREFUSED');
  });
});
