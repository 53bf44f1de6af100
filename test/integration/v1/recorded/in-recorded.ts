import { request } from '../../../support/artel.ts';
import { inV1 } from '../in-v1.ts';

type Answer = { error?: { message: string } };

export const taken = { status: 200, why: undefined };

export const parameters = { type: 'object', properties: { city: { type: 'string' } } };
export const question = { role: 'user', content: 'How warm is it in Oslo?' };

/** Sends bodies in the shapes that clients were seen to send; their words are made up. */
export const inRecorded = () => {
  const here = inV1();
  const post = async (path: string, body: object) => {
    const authorization = `Bearer ${here.clients.key}`;
    const {
      status,
      headers,
      body: answer,
    } = await request<Answer>(here.artel.cloud.url, 'POST', path, body, { authorization });
    return { status, why: answer.error?.message, ignored: headers.get('x-artel-ignored'), headers };
  };
  return {
    here,
    says: (text = 'Eighteen degrees.') => here.artel.model.script({ text }),
    /** What reached the model last. */
    upstream: () => here.artel.model.requests.at(-1)?.body as { messages: object[]; tools?: object[] },
    chat: (messages: object[], more: object = {}) =>
      post('/v1/chat/completions', { model: 'gpt-4.1', messages, ...more }),
    messages: (more: object) =>
      post('/v1/messages?beta=true', { model: 'claude-opus-4-1', max_tokens: 100, messages: [question], ...more }),
    responses: (more: object) => post('/v1/responses', { model: 'gpt-5', input: 'Hello', ...more }),
  };
};

const called = { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Oslo"}' } };
const use = { type: 'tool_use', id: 'toolu_1', name: 'weather', input: { city: 'Oslo' } };

/** A call of a tool, in chat completions and in messages. */
export const calls = { chat: called, messages: use };

/** The result of that call, in messages. */
export const resultOf = (content: unknown) => ({
  role: 'user',
  content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content }],
});
