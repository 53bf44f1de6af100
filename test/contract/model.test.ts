import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { startOfflineModel } from '../../infra/local/stand-ins/offline-model/server.ts';
import { inOfflineModel } from './in-targets.ts';

const here = inOfflineModel();

type Messages = OpenAI.Chat.ChatCompletionMessageParam[];

async function answer(messages: Messages | string): Promise<string> {
  const given: Messages = typeof messages === 'string' ? [{ role: 'user', content: messages }] : messages;
  const completion = await here.client.chat.completions.create({ model: 'offline', messages: given });
  return completion.choices[0]?.message.content ?? '';
}

describe('chat', () => {
  test('the offline model greets, and says that it is the offline model', async () => {
    expect(await answer('Hello!')).toContain('offline model');
    expect(await answer('Привет')).toContain('офлайн-модель');
  });

  test.each([
    ['My name is Ada.', 'What is my name?', 'Your name is Ada.'],
    ['Hi, my name is Ada Lovelace and I write programs.', "What's my name?", 'Your name is Ada Lovelace.'],
    ['My favourite colour is deep blue', 'what is my favorite color?', 'Your favorite color is deep blue.'],
    ['I live in Paris.', 'Where do I live?', 'You live in Paris.'],
    ['I like green tea', 'What do I like?', 'You like green tea.'],
    ['Remember that the deadline is Friday.', 'When is the deadline?', 'The deadline is Friday.'],
    ['Меня зовут Ада', 'Как меня зовут?', 'Вас зовут Ада.'],
    ['Мой любимый цвет — синий', 'Какой мой любимый цвет?', 'синий.'],
  ])('told "%s" and asked "%s" the offline model answers "%s"', async (told, question, expected) => {
    const earlier: Messages = [
      { role: 'user', content: told },
      { role: 'assistant', content: 'Noted.' },
      { role: 'user', content: question },
    ];
    expect(await answer(earlier)).toBe(expected);
    const memory = `You are kind.\n\n## What you remember\nNotes from earlier.\n- (2026-01-02) User: ${told}\n  Assistant: Noted, your name is Bob.\n\n## Tools\n- none`;
    const remembered: Messages = [
      { role: 'system', content: memory },
      { role: 'user', content: question },
    ];
    expect(await answer(remembered)).toBe(expected);
  });

  test('the offline model believes the later of two memories, whatever their order', async () => {
    const system = '## What you remember\n- (2026-03-01) My name is Ada\n- (2026-01-01) My name is Bob';
    expect(
      await answer([
        { role: 'system', content: system },
        { role: 'user', content: 'What is my name?' },
      ]),
    ).toBe('Your name is Ada.');
  });

  test('the offline model says so when it was never told something', async () => {
    expect(await answer('What is my name?')).toMatch(/know nothing.*offline model/);
  });

  test('the offline model recalls the memory a question is about', async () => {
    const system =
      '## What you remember\n- (2026-01-01) The invoice from Acme was paid in May\n- (2026-01-02) Bob keeps bees';
    const reply = await answer([
      { role: 'system', content: system },
      { role: 'user', content: 'Did we pay the Acme invoice?' },
    ]);
    expect(reply).toContain('paid in May');
    expect(reply).not.toContain('bees');
  });

  test('the offline model acknowledges a fact, repeats, calculates and summarises', async () => {
    expect(await answer('My name is Carol')).toBe('Nice to meet you, Carol.');
    expect(await answer('Say: the cat sat')).toBe('the cat sat');
    expect(await answer('What is (2 + 3) * -4?')).toBe('(2 + 3) * -4 = -20.');
    const text = 'Bees make honey. Bees live in hives of bees. A train left. The weather was fine on the day.';
    expect(await answer(`Summarise this: ${text}`)).toMatch(/^In short: .*hives of bees/);
  });

  test('the same request gets the same answer and the same id', async () => {
    const ask = () =>
      here.client.chat.completions.create({
        model: 'offline',
        messages: [{ role: 'user', content: 'Tell me about tea' }],
      });
    const [a, b] = [await ask(), await ask()];
    expect(a).toEqual({ ...b, created: a.created });
  });

  test('the offline model counts tokens, and stops at max_tokens and at a stop sequence', async () => {
    const messages: Messages = [{ role: 'user', content: 'Say: one two three four five' }];
    const whole = await here.client.chat.completions.create({ model: 'offline', messages });
    expect(whole.usage).toEqual({ prompt_tokens: 14, completion_tokens: 5, total_tokens: 19 });
    const short = await here.client.chat.completions.create({ model: 'offline', messages, max_completion_tokens: 3 });
    expect(short.choices[0]).toMatchObject({ finish_reason: 'length', message: { content: 'one two three' } });
    const stopped = await here.client.chat.completions.create({ model: 'offline', messages, stop: ' four' });
    expect(stopped.choices[0]).toMatchObject({ finish_reason: 'stop', message: { content: 'one two three' } });
  });
});

describe('streams', () => {
  test('a stream sends the answer word by word and the usage last', async () => {
    const stream = await here.client.chat.completions.create({
      model: 'offline',
      messages: [{ role: 'user', content: 'Say: раз два three' }],
      stream: true,
      stream_options: { include_usage: true },
    });
    const pieces: string[] = [];
    let usage: OpenAI.CompletionUsage | null | undefined;
    let finish: string | null | undefined;
    for await (const chunk of stream) {
      if (chunk.choices[0]?.delta.content) pieces.push(chunk.choices[0].delta.content);
      finish = chunk.choices[0]?.finish_reason ?? finish;
      usage = chunk.usage;
    }
    expect(pieces).toEqual(['раз', ' два', ' three']);
    expect(finish).toBe('stop');
    expect(usage?.completion_tokens).toBeGreaterThanOrEqual(3);
  });

  test('a stream takes the time it is configured to take', async () => {
    const slow = await startOfflineModel({ firstTokenMs: 40, tokensPerSecond: 100 });
    try {
      const started = performance.now();
      const paced = new OpenAI({ baseURL: slow.url, apiKey: 'any' });
      await paced.chat.completions.create({
        model: 'offline',
        messages: [{ role: 'user', content: 'Say: one two three four' }],
      });
      expect(performance.now() - started).toBeGreaterThanOrEqual(75);
    } finally {
      await slow.stop();
    }
  });
});

describe('errors', () => {
  test('errors have OpenAI’s shape and name the parameter', async () => {
    const messages: Messages = [{ role: 'user', content: 'Hi' }];
    const unknown = here.client.chat.completions.create({ model: 'offline', messages, n: 2 });
    await expect(unknown).rejects.toMatchObject({
      status: 400,
      param: 'n',
      code: 'unsupported_parameter',
      type: 'invalid_request_error',
    });
    await expect(here.client.chat.completions.create({ model: 'offline', messages: [] })).rejects.toMatchObject({
      status: 400,
      param: 'messages',
    });
    const image: Messages = [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:,' } }] }];
    await expect(here.client.chat.completions.create({ model: 'offline', messages: image })).rejects.toMatchObject({
      status: 400,
    });
    const broken = await fetch(`${here.model.url}/chat/completions`, { method: 'POST', body: '{' });
    expect(await broken.json()).toMatchObject({
      error: { type: 'invalid_request_error', message: expect.stringContaining('parse') },
    });
    expect((await fetch(`${here.model.url}/nowhere`)).status).toBe(404);
  });

  test('the offline model lists its models', async () => {
    expect((await here.client.models.list()).data.map(({ id }) => id)).toContain('offline');
  });
});
