import { describe, expect, test } from 'vitest';
import { request } from '../../support/artel.ts';
import { inV1 } from './in-v1.ts';

/* Requirements: GW1. G26: documents, by each API of `/v1`, to an upstream of OpenAI's API. */

const here = inV1();

type Answer = { error?: { message: string }; input_tokens?: number };
const post = async (path: string, body: object) => {
  const authorization = `Bearer ${here.clients.key}`;
  const answer = await request<Answer>(here.artel.cloud.url, 'POST', path, body, { authorization });
  const { status, headers } = answer;
  return { status, body: answer.body, why: answer.body.error?.message, ignored: headers.get('x-artel-ignored') };
};
const taken = { status: 200, why: undefined, ignored: null };
const upstream = () => here.artel.model.requests.at(-1)?.body as { messages: object[] };

const base64 = (text: string | Buffer): string => Buffer.from(text).toString('base64');
const pdf = base64('%PDF-1.7\n1 0 obj << /Type /Page >> endobj\n%%EOF');
const pdfUrl = `data:application/pdf;base64,${pdf}`;
const question = { type: 'text', text: 'What does it say?' };

describe('chat completions', () => {
  const chat = (...content: object[]) => {
    here.artel.model.script({ text: 'It says hello.' });
    return post('/v1/chat/completions', { model: 'gpt-4.1', messages: [{ role: 'user', content }] });
  };
  const file = (file: object) => ({ type: 'file', file });

  test.each([
    ['with', pdfUrl],
    ['without', pdf],
  ])('G26: a PDF goes on as it came, %s the beginning of its URL', async (_, file_data) => {
    expect(await chat(file({ filename: 'a.pdf', file_data }), question)).toMatchObject(taken);
    const content = [file({ filename: 'a.pdf', file_data: pdfUrl }), question];
    expect(upstream().messages).toEqual([{ role: 'user', content }]);
  });

  test('G26: a file of text reaches the model as text', async () => {
    const file_data = `data:text/markdown;base64,${base64('\ufeff# Grüße')}`;
    expect(await chat(file({ filename: 'notes.md', file_data }), question)).toMatchObject(taken);
    expect(upstream().messages).toEqual([{ role: 'user', content: 'notes.md\n# Grüße\nWhat does it say?' }]);
  });

  test.each([
    ['by an id', { file_id: 'file-1' }, 'files are not kept'],
    ['that is neither a PDF nor text', { file_data: base64(Buffer.from([0x50, 0x4b, 3, 4, 0, 0])) }, 'PDF, or a text'],
    ['that is not in base64', { file_data: 'data:application/pdf;base64,%%%' }, 'in base64'],
  ])('G26: a file %s is refused with a word for it', async (_, given, word) => {
    expect(await chat(file(given))).toMatchObject({ status: 400, why: expect.stringContaining(word) });
  });

  test('G26: a part of an unknown kind is told which kinds there are', async () => {
    expect(await chat({ type: 'video' })).toMatchObject({ status: 400, why: expect.stringContaining('"file"') });
  });

  test('G26: a PDF of a megabyte is taken, one beyond the tier’s prompt is refused', async () => {
    const large = (bytes: number) => file({ file_data: base64(Buffer.alloc(bytes, '%PDF-1.7\n ')) });
    expect(await chat(large(1_000_000), question)).toMatchObject(taken);
    expect(await chat(large(3_300_000), question)).toMatchObject({ status: 413 });
  });
});

describe('responses', () => {
  const responses = (...input: object[]) => {
    here.artel.model.script({ text: 'It says hello.' });
    return post('/v1/responses', { model: 'gpt-4.1', input });
  };
  const file = (more: object) => ({ type: 'input_file', ...more });
  const asked = { type: 'input_text', text: 'What does it say?' };

  test('G26: a PDF and a file of text are shown in a message', async () => {
    const content = [file({ filename: 'a.pdf', file_data: pdfUrl }), file({ file_data: base64('hello') }), asked];
    expect(await responses({ role: 'user', content })).toMatchObject(taken);
    expect(upstream().messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'file', file: { filename: 'a.pdf', file_data: pdfUrl } },
          { type: 'text', text: 'hello' },
          { type: 'text', text: 'What does it say?' },
        ],
      },
    ]);
  });

  test('G26: a text that a call gave is its output, a PDF follows the outputs', async () => {
    const call = { type: 'function_call', call_id: 'call_1', name: 'look', arguments: '{}' };
    const output = [file({ file_data: base64('hello') }), file({ filename: 'a.pdf', file_data: pdfUrl })];
    const given = { type: 'function_call_output', call_id: 'call_1', output };
    expect(await responses({ role: 'user', content: 'Look.' }, call, given)).toMatchObject(taken);
    expect(upstream().messages.slice(2)).toMatchObject([
      { role: 'tool', tool_call_id: 'call_1', content: expect.stringContaining('hello') },
      { role: 'user', content: [{ type: 'text' }, { type: 'file', file: { filename: 'a.pdf' } }] },
    ]);
  });

  test('G26: a file of text among instructions is read with them, a PDF there is refused by name', async () => {
    const told = (given: object) => ({ role: 'developer', content: [asked, file(given)] });
    const answer = await responses(told({ filename: 'a.md', file_data: base64('hello') }), {
      role: 'user',
      content: 'Go.',
    });
    expect(answer).toMatchObject(taken);
    expect(upstream().messages[0]).toEqual({ role: 'system', content: 'What does it say?\na.md\nhello' });
    const refused = await responses(told({ file_data: pdfUrl }), { role: 'user', content: 'Go.' });
    expect(refused).toMatchObject({ status: 400, why: expect.stringContaining('PDF') });
  });

  test('G26: a PDF by URL, which this upstream does not fetch, is refused by what is wrong with it', async () => {
    const byUrl = file({ file_url: 'https://example.com/a.pdf' });
    const answer = await responses({ role: 'user', content: [byUrl, asked] });
    expect(answer).toMatchObject({ status: 400, why: expect.stringContaining('URL') });
  });

  test.each([
    ['by an id', { file_id: 'file-1' }, 'files are not kept'],
    ['by a plain http: URL', { file_url: 'http://example.com/a.pdf' }, 'https: URL'],
  ])('G26: a file %s is refused with a word for it', async (_, given, word) => {
    const call = { type: 'function_call', call_id: 'call_1', name: 'look', arguments: '{}' };
    const output = { type: 'function_call_output', call_id: 'call_1', output: [file(given)] };
    for (const item of [{ role: 'user', content: [file(given)] }, output]) {
      expect(await responses(call, item)).toMatchObject({ status: 400, why: expect.stringContaining(word) });
    }
  });
});

describe('messages', () => {
  const base = { model: 'claude-opus-4-1', max_tokens: 100 };
  const messages = (...given: object[]) => {
    here.artel.model.script({ text: 'It says hello.' });
    return post('/v1/messages', { ...base, messages: given });
  };
  const source = { type: 'base64', media_type: 'application/pdf', data: pdf };
  const document = (more: object = {}) => ({ type: 'document', source, ...more });

  test('G26: a PDF is a file to the upstream, with its title as a name and its context before it', async () => {
    const block = document({ title: 'Offer', context: 'From Monday.' });
    expect(await messages({ role: 'user', content: [block, question] })).toMatchObject(taken);
    const file = { type: 'file', file: { filename: 'Offer.pdf', file_data: pdfUrl } };
    expect(upstream().messages).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'From Monday.' }, file, question] },
    ]);
  });

  test('G26: pictures within a document are shown after its text', async () => {
    const picture = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' } };
    const content = [{ type: 'text', text: 'One.' }, picture, { type: 'text', text: 'Two.' }];
    expect(
      await messages({ role: 'user', content: [document({ source: { type: 'content', content } })] }),
    ).toMatchObject(taken);
    expect(upstream().messages).toMatchObject([
      { role: 'user', content: [{ type: 'text', text: 'One.\nTwo.' }, { type: 'image_url' }] },
    ]);
  });

  test('G26: a tool’s PDF is shown after the results, and a wish for citations is named as without effect', async () => {
    const use = { type: 'tool_use', id: 'toolu_1', name: 'look', input: {} };
    const result = {
      type: 'tool_result',
      tool_use_id: 'toolu_1',
      content: [document({ citations: { enabled: true } }), document({ source: { type: 'text', data: 'hello' } })],
    };
    const history = [
      { role: 'user', content: 'Look.' },
      { role: 'assistant', content: [use] },
    ];
    const answer = await messages(...history, { role: 'user', content: [result] });
    expect(answer).toMatchObject({ status: 200, ignored: expect.stringContaining('.citations') });
    expect(upstream().messages.slice(2)).toMatchObject([
      { role: 'tool', content: '[A document, shown after the results.]\nhello' },
      { role: 'user', content: [{ type: 'text' }, { type: 'file' }] },
    ]);
  });

  test('G26: a document by an id is refused with a word for it', async () => {
    const content = [document({ source: { type: 'file', file_id: 'file_1' } })];
    const answer = await messages({ role: 'user', content });
    expect(answer).toMatchObject({ status: 400, why: expect.stringContaining('files are not kept') });
  });

  test('G26: documents are counted by count_tokens', async () => {
    const count = async (...content: object[]) =>
      (await post('/v1/messages/count_tokens', { ...base, messages: [{ role: 'user', content }] })).body.input_tokens ??
      0;
    const plain = await count(question);
    expect((await count(document(), question)) - plain).toBe(3_000);
    const text = document({ source: { type: 'text', data: 'word '.repeat(1_000) } });
    expect((await count(text, question)) - plain).toBeGreaterThan(900);
  });
});

test('G26: an agent reads a document of text, and is not shown a PDF', async () => {
  const { agent } = await here.alice.chat();
  const ask = (file_data: string) =>
    post('/v1/chat/completions', {
      model: `agent/${agent}`,
      messages: [{ role: 'user', content: [{ type: 'file', file: { file_data } }, question] }],
    });
  here.artel.model.script({ text: 'It says hello.' });
  expect(await ask(base64('Hello there.'))).toMatchObject({ status: 200 });
  expect(JSON.stringify(here.artel.model.requests.map(({ body }) => body))).toContain('Hello there.');
  expect(await ask(pdf)).toMatchObject({ status: 400, why: expect.stringContaining('PDF') });
});
