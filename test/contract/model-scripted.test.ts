import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ScriptedModel, startScriptedModel } from '../support/scripted-model.ts';

let model: ScriptedModel;
let client: OpenAI;

beforeEach(async () => {
  model = await startScriptedModel();
  client = new OpenAI({ baseURL: model.url, apiKey: 'any', maxRetries: 0 });
});

afterEach(() => model.stop());

const messages: OpenAI.Chat.ChatCompletionMessageParam[] = [{ role: 'user', content: 'Hi' }];
const create = () => client.chat.completions.create({ model: 'm', messages });
const open = (signal?: AbortSignal) =>
  client.chat.completions.create(
    { model: 'm', messages, stream: true, stream_options: { include_usage: true } },
    { signal },
  );

async function streamed(): Promise<string> {
  let text = '';
  for await (const chunk of await open()) text += chunk.choices[0]?.delta.content ?? '';
  return text;
}

describe('a scripted model', () => {
  test('a scripted model answers in the order of the script, and records what it was asked', async () => {
    model.script({ text: 'one' }, { text: 'two', usage: { prompt_tokens: 1, completion_tokens: 2 } });
    expect((await create()).choices[0]?.message.content).toBe('one');
    expect((await create()).usage).toMatchObject({ total_tokens: 3 });
    expect(model.requests.map(({ body }) => body.messages)).toEqual([messages, messages]);
    await expect(create()).rejects.toThrow('The script has no step for this request');
  });

  test('a scripted model takes the step whose condition fits, and otherwise the default step', async () => {
    model.always({ text: 'always' });
    model.script({ text: 'for n', when: ({ body }) => body.model === 'n' });
    expect((await create()).choices[0]?.message.content).toBe('always');
    const other = await client.chat.completions.create({ model: 'n', messages });
    expect(other.choices[0]?.message.content).toBe('for n');
  });

  test.each(['events', 'whole', 'bytes', 'odd', [150, 1, 1, 1, 3]] as const)(
    'a scripted model streams the same text in portions of %s',
    async (chunks) => {
      model.script({ text: 'Привет, 世界 and 👩‍🚀!', chunks: typeof chunks === 'string' ? chunks : [...chunks] });
      expect(await streamed()).toBe('Привет, 世界 and 👩‍🚀!');
    },
  );

  test('a scripted model fails with the status, body and retry-after it is given', async () => {
    model.script({ status: 429, retryAfter: 7 }, { status: 400, body: { error: { message: 'no', code: 'bad' } } });
    const limited: unknown = await create().catch((error: unknown) => error);
    expect(limited).toMatchObject({ status: 429 });
    expect((limited as InstanceType<typeof OpenAI.APIError>).headers?.get('retry-after')).toBe('7');
    await expect(create()).rejects.toMatchObject({ status: 400, code: 'bad' });
  });

  test('a scripted model calls tools, whole or streamed', async () => {
    const step = { tool_calls: [{ name: 'clock', arguments: { zone: 'UTC' } }] };
    model.script(step, step);
    const whole = (await create()).choices[0];
    const parts = await client.chat.completions.stream({ model: 'm', messages }).finalChatCompletion();
    expect(whole?.message.tool_calls).toMatchObject([{ function: { name: 'clock', arguments: '{"zone":"UTC"}' } }]);
    expect(parts.choices[0]?.message.tool_calls).toMatchObject(whole?.message.tool_calls ?? []);
    expect(parts.choices[0]?.finish_reason).toBe('tool_calls');
  });

  test('a scripted model holds an answer in the middle until the gate opens', async () => {
    const { promise: gate, resolve } = Promise.withResolvers<void>();
    model.script({ text: 'one two three', gate, gateAfter: 2 });
    let text = '';
    for await (const chunk of await open()) {
      text += chunk.choices[0]?.delta.content ?? '';
      if (text === 'one two') resolve();
    }
    expect(text).toBe('one two three');
  });

  test('a scripted model reports that a client hung up in the middle', async () => {
    const leaving = new AbortController();
    model.script({ text: 'one two three', stallAfter: 1 });
    const reading = (async () => {
      for await (const chunk of await open(leaving.signal)) if (chunk.choices[0]?.delta.content) leaving.abort();
    })();
    await reading;
    expect(await model.requests[0]?.ended).toBe('aborted');
  });

  test('a scripted model can cut the connection after a number of pieces', async () => {
    model.script({ text: 'one two three', cut: 2 });
    await expect(streamed()).rejects.toThrow();
    expect(await model.requests[0]?.ended).toBe('aborted');
  });

  test.each(['json', 'html'] as const)('a scripted model can send a malformed %s body', async (malformed) => {
    model.script({ malformed }, { malformed });
    const whole = await create().then(
      (completion) => (completion as Partial<typeof completion>).choices,
      () => undefined,
    );
    expect(whole).toBeUndefined();
    expect(await streamed().catch(() => '')).toBe('');
  });

  test('a scripted model can hang until it is stopped', async () => {
    model.script({ hang: true }, { embeddings: 'hang' });
    const hanging = Promise.allSettled([create(), client.embeddings.create({ model: 'e', input: 'a' })]);
    await model.waitFor(2);
    await model.stop();
    expect((await hanging).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    model = await startScriptedModel();
  });

  test('a scripted model embeds texts unless the script says otherwise', async () => {
    model.script({ embeddings: { status: 503 } }, { embeddings: 'malformed' });
    const embed = () => client.embeddings.create({ model: 'e', input: 'tea', dimensions: 8 });
    await expect(embed()).rejects.toMatchObject({ status: 503 });
    await expect(embed()).rejects.toThrow();
    expect((await embed()).data[0]?.embedding).toHaveLength(8);
  });
});
