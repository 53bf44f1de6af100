import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { oneByOne } from '../../../shared/gateway/call/batches.ts';
import { type ModelCall, ModelError } from '../../../shared/gateway/index.ts';
import type { ProviderSettings } from '../../../shared/gateway/settings/upstreams.ts';
import { Upstreams } from '../../../shared/gateway/upstreams/failover.ts';
import { type MessagesStep, type ScriptedMessages, startScriptedMessages } from '../../support/scripted-messages.ts';
import { type ScriptedModel, type Step, startScriptedModel } from '../../support/scripted-model.ts';
import { asking, callOf, givenUpSoon, reasonOf, textOf, upstream } from './asking.ts';

let claude: ScriptedMessages;
let gpt: ScriptedModel;
beforeAll(async () => {
  [claude, gpt] = await Promise.all([startScriptedMessages(), startScriptedModel()]);
});
beforeEach(() => {
  claude.requests.length = 0;
  gpt.requests.length = 0;
  gpt.always({ text: 'from GPT' });
  claude.always({ text: 'from Claude' });
});
afterAll(() => Promise.all([claude.stop(), gpt.stop()]));

const ofClaude = () => ({ ...upstream('claude', claude.url, ['claude-*']), kind: 'anthropic' as const });
const ofGpt = () => upstream('gpt', gpt.url, ['gpt-*']);
const settings = (): ProviderSettings => ({
  upstreams: [ofClaude(), ofGpt()],
  fallbacks: { 'claude-opus-5-5': ['gpt-5'], 'gpt-5': ['claude-opus-5-5'] },
});

describe('a fallback from one kind to the other', () => {
  test.each([
    ['is overloaded', { status: 529, type: 'overloaded_error' }],
    ['limits', { status: 429, type: 'rate_limit_error' }],
    ['does not accept the key', { status: 401, type: 'authentication_error' }],
    ['breaks off before its first word', { text: 'one two', cut: 2 }],
    ['fails before its first word', { text: 'one two', failAfter: 1 }],
    ['is silent', { hang: true }],
  ] as [string, MessagesStep][])('the fallback is taken when Anthropic %s', async (_name, step) => {
    claude.script(step);
    const upstreams = [givenUpSoon(ofClaude()), ofGpt()];
    const events = await asking({ ...settings(), upstreams }).ask('claude-opus-5-5');
    expect(textOf(events)).toBe('from GPT');
    expect(events.at(-1)).toMatchObject({ kind: 'end', model: 'gpt-5' });
  });

  test.each([
    ['fails', { status: 503 }],
    ['has used up its quota', { status: 402 }],
    ['breaks off before its first word', { text: 'one two', cut: 0 }],
  ] as [string, Step][])('the fallback is taken when OpenAI %s', async (_name, step) => {
    gpt.script(step);
    const events = await asking(settings()).ask('gpt-5');
    expect(textOf(events)).toBe('from Claude');
    expect(events.at(-1)).toMatchObject({ kind: 'end', model: 'claude-opus-5-5' });
  });

  test('the fallback is not taken after the first word, nor for a request that is refused', async () => {
    claude.script({ text: 'one two three', cut: 4 }, { status: 400, type: 'invalid_request_error' });
    const { ask } = asking(settings());
    expect(await reasonOf(ask('claude-opus-5-5'))).toBe('cut');
    expect(await reasonOf(ask('claude-opus-5-5'))).toBe('refused');
    expect(gpt.requests).toHaveLength(0);
  });
});

test('the breaker spares an upstream of Anthropic’s that keeps failing', async () => {
  claude.script(...Array.from({ length: 10 }, (): MessagesStep => ({ status: 529, type: 'overloaded_error' })));
  const { ask, clock } = asking(settings());
  for (let time = 0; time < 12; time += 1) expect(textOf(await ask('claude-opus-5-5'))).toBe('from GPT');
  expect(claude.requests).toHaveLength(10);
  clock.time = 5_000;
  expect(textOf(await ask('claude-opus-5-5'))).toBe('from Claude');
});

describe('what an upstream’s API has no words for', () => {
  test('embeddings skip an upstream without them and go to the one that makes them', async () => {
    const all: ProviderSettings = {
      upstreams: [{ ...ofClaude(), models: ['*'] }, upstream('gpt', gpt.url, ['text-embedding-*'])],
    };
    expect((await asking(all).embed('text-embedding-3-small')).vectors).toHaveLength(1);
    expect(claude.requests).toHaveLength(0);
  });

  const chat = async (more: Partial<ModelCall>, all = settings()): Promise<string> => {
    let text = '';
    const models = ['claude-opus-5-5', 'gpt-5'];
    const answer = new Upstreams().chat(callOf(more), models, all, { firstByte: 5_000, retries: 0 });
    for await (const event of oneByOne(answer)) {
      if (event.kind === 'text') text += event.text;
    }
    return text;
  };

  test.each([
    ['a penalty', { frequencyPenalty: 0.5 }, 'frequency_penalty'],
    ['a stop at white space', { stop: ['END', '\n'] }, 'white space'],
  ])('%s skips an upstream that has no such parameter, or is refused in words', async (_name, more, words) => {
    expect(await chat(more)).toBe('from GPT');
    const failure = await chat(more, { upstreams: [ofClaude()] }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ModelError);
    expect(failure).toMatchObject({ reason: 'refused', detail: expect.stringContaining(words) });
  });

  test('a penalty of zero is no penalty', async () => {
    expect(await chat({ frequencyPenalty: 0, stop: ['END'] })).toBe('from Claude');
  });
});
