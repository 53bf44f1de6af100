import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { providerMessage } from '../../../../../shared/gateway/http/provider-message.ts';
import { errorOf as anthropicErrorOf } from '../../../../../shared/gateway/providers/anthropic/errors.ts';
import { errorOf as openAiErrorOf } from '../../../../../shared/gateway/providers/openai/errors.ts';
import { apiFailureOf } from '../../../../../shared/protocols/index.ts';
import { turnFailureOf } from '../../../../../shared/turns/failure.ts';
import { workOf } from '../../../../support/pace.ts';

const WORDS = "Invalid value for 'temperature': must be at most 1.";
const GENERIC = 'The model provider refused the request.';
const response = (body: unknown, status = 400) => ({ status, headers: new Headers(), text: JSON.stringify(body) });
const task = { failures: 0 } as Parameters<typeof turnFailureOf>[1];

describe('a provider’s 400', () => {
  test.each([
    ['OpenAI', openAiErrorOf, { error: { message: WORDS, type: 'invalid_request_error', code: null } }],
    ['llama.cpp', openAiErrorOf, { error: { code: 400, message: WORDS, type: 'invalid_request_error' } }],
    ['Ollama', openAiErrorOf, { error: WORDS }],
    ['vLLM', openAiErrorOf, { object: 'error', message: WORDS, code: 400 }],
    ['FastAPI', openAiErrorOf, { detail: WORDS }],
    ['Anthropic', anthropicErrorOf, { type: 'error', error: { type: 'invalid_request_error', message: WORDS } }],
  ] as const)(
    'G42: the caller of a plain call reads what %s says, and so does the owner of an agent’s run',
    (_who, read, body) => {
      const error = read(response(body));
      expect(apiFailureOf(error)).toMatchObject({
        status: 400,
        code: 'model_refused',
        message: `${GENERIC} The provider says: ${WORDS}`,
      });
      expect(turnFailureOf(error, task)).toMatchObject({
        error: {
          error_code: 'model_refused',
          detail: expect.stringMatching(/settings of the agent\. .* at most 1\.$/),
        },
      });
    },
  );

  test.each([
    ['says nothing', {}],
    ['says something that is no text', { error: { message: { en: 'No.' } } }],
    ['is no object', [WORDS]],
  ])('G42: the caller reads our own words where the provider %s', (_what, body) => {
    expect(apiFailureOf(openAiErrorOf(response(body))).message).toBe(
      `${GENERIC} Check the model and the settings of the agent.`,
    );
  });

  test.each([401, 402, 403, 429, 500, 503])(
    'G42: what a provider says with status %i is about its operator, and kept',
    (status) => {
      const error = openAiErrorOf(response({ error: { message: 'The key of ops@example.org is over.' } }, status));
      expect(error.providerMessage).toBeUndefined();
      expect(apiFailureOf(error).message).not.toContain('ops@');
      expect((error.cause as Error).message).toContain('ops@');
    },
  );

  test.each([
    [404, 'unknown_model', 'The model `gpt-9` does not exist.'],
    [413, 'too_long', 'The prompt has 9000 tokens, 8192 are allowed.'],
  ] as const)('G42: with status %i the caller reads what is wrong with the request', (status, reason, words) => {
    const error = openAiErrorOf(response({ error: { message: words } }, status));
    expect(error.reason).toBe(reason);
    expect(apiFailureOf(error).message).toMatch(new RegExp(` The provider says: ${words}$`));
  });
});

test.each([
  ['https://api.internal.example:8443/v1 refused it', '[address] refused it'],
  ['no route to models.corp.internal:9000, sorry', 'no route to [address], sorry'],
  ['10.0.3.17:8000 says no', '[address] says no'],
  ['Incorrect API key sk-proj-abc123DEF456ghi789 given', 'Incorrect API key [key] given'],
  ['Bearer eyJhbGciOi.J9 is wrong', '[key] is wrong'],
  ['organization org-a1b2c3d4e5f6g7h8 may not', 'organization [key] may not'],
  ['arn:aws:bedrock:us-east-1:123456789012:model/x', '[address]'],
  ["messages.2: no call 'call_9pw1qnScqvGrCH58HWCvFH6j'", "messages.2: no call 'call_9pw1qnScqvGrCH58HWCvFH6j'"],
  ['gpt-4o-realtime-preview-2024-12-17 takes no tools', 'gpt-4o-realtime-preview-2024-12-17 takes no tools'],
  ['tools.0.function.parameters: not an object', 'tools.0.function.parameters: not an object'],
  ['line one\n  line two', 'line one line two'],
])('G42: of "%s" the person reads "%s"', (said, read) => {
  expect(providerMessage(said)).toBe(read);
});

test('G42: what a provider says is cut by characters, in a time that grows with its length alone', async () => {
  expect([...(providerMessage('😀'.repeat(900)) ?? '')]).toHaveLength(500);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (said) => {
      expect((providerMessage(said) ?? '').isWellFormed()).toBe(true);
    }),
  );
  const work = await workOf(() => {
    for (const hard of ['a1-'.repeat(5_000), 'sk1'.repeat(5_000), '1.'.repeat(9_000), 'a.'.repeat(9_000)])
      providerMessage(hard);
  });
  expect(work).toBeLessThan(1_000);
});
