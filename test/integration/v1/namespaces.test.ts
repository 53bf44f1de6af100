import { describe, expect, test } from 'vitest';
import { inV1 } from './in-v1.ts';

/* Requirements: GW1. G40: functions in namespaces, as Codex offers them by the Responses API. */

const here = inV1();

const parameters = { type: 'object', properties: { task: { type: 'string' } } };
const inner = (name: string) => ({ type: 'function', name, description: `Does ${name}.`, strict: false, parameters });
const agents = { type: 'namespace', name: 'agents', description: 'Agents.', tools: [inner('spawn'), inner('close')] };
const own = { type: 'function', name: 'spawn', strict: false, parameters };
const upstream = () => here.artel.model.requests.at(-1)?.body as Record<'messages' | 'tools', object[]>;
const calls = (name: string) =>
  here.artel.model.script({ tool_calls: [{ id: 'call_1', name, arguments: { task: 'x' } }] });
const base = { model: 'gpt-4.1', input: [{ role: 'user' as const, content: 'Go.' }] };
const tools = [own, agents] as never[];

describe('a function in a namespace', () => {
  test('G40: the model is offered it beside the others, and a whole answer calls it by both of its names', async () => {
    calls('agents__spawn');
    const { output } = await here.clients.openai.responses.create({ ...base, tools, stream: false });
    expect(upstream().tools).toMatchObject([
      { function: { name: 'spawn' } },
      { function: { name: 'agents__spawn', description: 'Agents.\nDoes spawn.', parameters } },
      { function: { name: 'agents__close' } },
    ]);
    expect(output).toMatchObject([
      { type: 'function_call', call_id: 'call_1', name: 'spawn', namespace: 'agents', arguments: '{"task":"x"}' },
    ]);
  });

  test('G40: a streamed answer calls it by both of its names, in each of its events', async () => {
    calls('agents__spawn');
    const stream = here.clients.openai.responses.stream({ ...base, tools });
    const named: unknown[] = [];
    for await (const event of stream) {
      if (event.type === 'response.output_item.added' || event.type === 'response.output_item.done')
        named.push(event.item);
      if (event.type === 'response.function_call_arguments.done') expect(event).toMatchObject({ name: 'spawn' });
    }
    expect(named).toMatchObject([
      { name: 'spawn', namespace: 'agents' },
      { name: 'spawn', namespace: 'agents' },
    ]);
  });

  test('G40: its call and result come back, repeated or by reference, and a call of the plain one stays that', async () => {
    calls('agents__spawn');
    const first = await here.clients.openai.responses.create({ ...base, tools, stream: false });
    const result = { type: 'function_call_output' as const, call_id: 'call_1', output: 'done' };
    const asked = [
      { input: [...base.input, ...first.output, result] },
      { input: [...base.input, { type: 'item_reference', id: first.output[0]?.id }, result] },
      { input: [result], previous_response_id: first.id },
    ];
    for (const more of asked) {
      calls('spawn');
      const { output } = await here.clients.openai.responses.create({
        ...base,
        tools,
        stream: false,
        ...more,
      } as never);
      expect(upstream().messages[1]).toMatchObject({ tool_calls: [{ function: { name: 'agents__spawn' } }] });
      expect(output[0]).toMatchObject({ name: 'spawn' });
      expect(output[0]).not.toHaveProperty('namespace');
    }
  });

  test('G40: a tool of another kind within, and one whose name is taken, are left out and named', async () => {
    here.artel.model.script({ text: 'No.' });
    const odd = { ...agents, tools: [inner('spawn'), { type: 'custom', name: 'patch' }] };
    const { response } = await here.clients.openai.responses
      .create({ ...base, tools: [{ ...own, name: 'agents__spawn' }, odd] as never[], stream: false })
      .withResponse();
    expect(response.headers.get('x-artel-ignored')?.split(', ')).toEqual(['tools[custom]', 'tools[namespace]']);
    expect(upstream().tools).toMatchObject([{ function: { name: 'agents__spawn' } }]);
  });
});
