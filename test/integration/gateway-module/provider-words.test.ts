import { describe, expect, test, vi } from 'vitest';
import { gateway, type ModelError } from '../../../shared/gateway/index.ts';
import { log } from '../../../shared/observability/log.ts';
import { apiFailureOf } from '../../../shared/protocols/index.ts';
import { freeCalls } from '../../support/free-calls.ts';
import { callOf, eventsOf, failureOf, over } from './asking.ts';
import { serve } from './raw-server.ts';
import { piece, type Replay, replaying } from './replay-server.ts';

/* Requirements: GW1. Whose words a failure of an upstream is told in: to its caller, and in the log. */

const WORDS = 'node-7 fell over on the prompt of Ann';
type Kind = 'openai' | 'anthropic';

const failing = async (kind: Kind, reply: Replay): Promise<ModelError> => {
  await using server = await replaying(reply);
  const asked = gateway({
    settings: async () => ({ kind, baseUrl: server.url, apiKey: 'k', model: 'm' }),
    timeouts: () => ({ firstByte: 10_000, retries: 0 }),
    policies: async () => [],
    paid: freeCalls(),
  });
  return await failureOf(eventsOf(asked.chat(callOf())));
};

/** What the operator reads of a failure. */
const logged = (error: Error): { said: string; fields: Record<string, unknown> } => {
  const lines: string[] = [];
  const write = vi.spyOn(console, 'warn').mockImplementation((line) => void lines.push(String(line)));
  log.warn('answer broke off', { error });
  write.mockRestore();
  const said = lines.join();
  return { said, fields: (JSON.parse(said) as { error: Record<string, unknown> }).error };
};

const begun = { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Well' } };
const anthropicError = (type: string) => ({ type: 'error', error: { type, message: WORDS } });
const refused = { type: 'invalid_request_error', message: WORDS };

describe('a failure of the upstream itself', () => {
  test.each<[string, Kind, Replay, string]>([
    ['status 500', 'openai', { status: 500, error: { message: WORDS } }, 'unavailable'],
    [
      'status 503 with words of a long prompt',
      'openai',
      { status: 503, error: { message: `prompt is too long: ${WORDS}` } },
      'too_long',
    ],
    ['status 401', 'openai', { status: 401, error: { message: WORDS } }, 'unauthorized'],
    ['status 429', 'openai', { status: 429, error: { message: WORDS } }, 'rate_limited'],
    ['a stream', 'openai', [{ error: { code: 502, message: WORDS } }], 'unavailable'],
    ['a stream, with no code', 'openai', [{ error: { message: WORDS } }], 'unavailable'],
    [
      'a stream after its first words',
      'openai',
      [piece({ content: 'Well' }), { error: { code: 500, message: WORDS } }],
      'unavailable',
    ],
    [
      'a stream, in words of a long prompt',
      'openai',
      [{ error: { code: 500, message: `prompt is too long: ${WORDS}` } }],
      'too_long',
    ],
    ['status 529', 'anthropic', { status: 529, error: { type: 'overloaded_error', message: WORDS } }, 'unavailable'],
    ['a stream', 'anthropic', [anthropicError('api_error')], 'unavailable'],
    ['a stream after its first words', 'anthropic', [begun, anthropicError('overloaded_error')], 'unavailable'],
    ['a stream, of an unknown type', 'anthropic', [anthropicError('odd_error')], 'unavailable'],
  ])('told by %s of %s is told in our words and by its code', async (_, kind, reply, reason) => {
    const error = await failing(kind, reply);
    expect(error.reason).toBe(reason);
    expect(apiFailureOf(error).code).toMatch(/^(model_|context_|rate_|insufficient)/);
    expect(JSON.stringify([apiFailureOf(error), error.detail, error.ownersDetail])).not.toContain('Ann');
    const { said, fields } = logged(error);
    expect(fields).toMatchObject({ reason, cause: 'ProviderSaid' });
    expect(said).not.toContain('Ann');
  });
});

describe('what an upstream says of a request', () => {
  test.each<[string, Kind, Replay]>([
    ['a status', 'openai', { status: 400, error: refused }],
    ['a stream', 'openai', [{ error: refused }]],
    ['a stream', 'anthropic', [{ type: 'error', error: refused }]],
  ])('G42: told by %s of %s, it is told to the caller, and not in the log', async (_, kind, reply) => {
    const error = await failing(kind, reply);
    expect(apiFailureOf(error)).toMatchObject({ status: 400, message: expect.stringContaining(WORDS) });
    expect(logged(error).said).not.toContain('Ann');
  });
});

test('the log names what could not be read of an answer, and what ended a connection, and quotes neither', async () => {
  await using broken = await serve(['data: {"of Ann"\n\n']);
  const unread = logged(await failureOf(eventsOf(over(broken.url).chat(callOf()))));
  expect(unread.fields).toMatchObject({ reason: 'malformed', cause: 'SyntaxError' });
  expect(unread.said).not.toContain('Ann');
  const refused = await failureOf(eventsOf(over('http://127.0.0.1:9').chat(callOf())));
  expect(logged(refused).said).toContain('ECONNREFUSED');
});
