import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Artel, startArtel } from '../../support/artel.ts';
import { type Clients, clientsOf } from './clients.ts';

let artel: Artel;
let clients: Clients;

beforeAll(async () => {
  artel = await startArtel();
  clients = await clientsOf(artel);
});
afterAll(() => artel.stop());

const content = 'Say it';
const messages = [{ role: 'user' as const, content }];

const byChat = async () => {
  const stream = clients.openai.chat.completions.stream({ model: 'any', messages });
  return (await stream.finalChatCompletion()).choices[0]?.message.content;
};
const byResponses = async () =>
  (await clients.openai.responses.stream({ model: 'any', input: content }).finalResponse()).output_text;
const byMessages = async () => {
  const message = await clients.anthropic.messages.stream({ model: 'any', max_tokens: 99, messages }).finalMessage();
  return message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
};

test('however the provider’s bytes are split, every API gives the same text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      fc.oneof(
        fc.constantFrom('bytes' as const, 'odd' as const, 'whole' as const, 'events' as const),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 }),
      ),
      async (text, chunks) => {
        const reply = { text, chunks };
        artel.model.script(reply, reply, reply);
        const [chat, responses, anthropic] = await Promise.all([byChat(), byResponses(), byMessages()]);
        expect([chat, responses, anthropic]).toEqual([text, text, text]);
      },
    ),
    { numRuns: 12 },
  );
});
