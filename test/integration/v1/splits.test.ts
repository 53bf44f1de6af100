import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inV1 } from './in-v1.ts';

/* Requirements: GW3. */

const here = inV1();

const content = 'Say it';
const messages = [{ role: 'user' as const, content }];
const parameters = { type: 'object' as const, properties: { a: { type: 'string' } } };
const description = 'Something to call.';

/** What a client has in its hands at the end: words, and the arguments of calls. */
type Heard = { text: string; calls: unknown[] };

const byChat = async (): Promise<Heard> => {
  const tools = [{ type: 'function' as const, function: { name: 'tool', description, parameters } }];
  const completion = await here.clients.openai.chat.completions
    .stream({ model: 'any', messages, tools })
    .finalChatCompletion();
  const message = completion.choices[0]?.message;
  const calls = message?.tool_calls?.map((call) => call.type === 'function' && JSON.parse(call.function.arguments));
  return { text: message?.content ?? '', calls: calls ?? [] };
};
const byResponses = async (): Promise<Heard> => {
  const tools = [{ type: 'function' as const, name: 'tool', description, parameters, strict: false }];
  const response = await here.clients.openai.responses.stream({ model: 'any', input: content, tools }).finalResponse();
  const calls = response.output.flatMap((item) => (item.type === 'function_call' ? [JSON.parse(item.arguments)] : []));
  return { text: response.output_text, calls };
};
const byMessages = async (): Promise<Heard> => {
  const tools = [{ name: 'tool', description, input_schema: parameters }];
  const stream = here.clients.anthropic.messages.stream({ model: 'any', max_tokens: 99, messages, tools });
  const { content: blocks } = await stream.finalMessage();
  const text = blocks.map((block) => (block.type === 'text' ? block.text : '')).join('');
  return { text, calls: blocks.flatMap((block) => (block.type === 'tool_use' ? [block.input] : [])) };
};

const input = fc.record({ a: fc.string({ unit: 'grapheme', maxLength: 8 }) }, { noNullPrototype: true });

test('however the provider’s bytes are split, every API gives the same text and calls', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      fc.array(input, { maxLength: 2 }),
      fc.oneof(
        fc.constantFrom('bytes' as const, 'odd' as const, 'whole' as const, 'events' as const),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 }),
      ),
      async (text, calls, chunks) => {
        const tool_calls = calls.map((given, place) => ({ id: `call_${place}`, name: 'tool', arguments: given }));
        const reply = { text, chunks, ...(tool_calls.length > 0 && { tool_calls }) };
        here.artel.model.script(reply, reply, reply);
        const heard = await Promise.all([byChat(), byResponses(), byMessages()]);
        expect(heard).toEqual(Array.from({ length: 3 }, () => ({ text, calls })));
      },
    ),
    { numRuns: 20 },
  );
});
