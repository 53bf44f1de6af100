import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderSettings } from '../../../shared/gateway/settings/upstreams.ts';
import { type ScriptedModel, type Step, startScriptedModel } from '../../support/scripted-model.ts';
import { serve } from '../gateway-module/raw-server.ts';
import { asking, reasonOf, textOf, upstream } from './asking.ts';

/* Requirements: GW5. Alice and bob share a container, and with it what it has learnt of its upstreams. */

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
});
beforeEach(() => {
  model.requests.length = 0;
  model.always({ text: 'Hello' });
});
afterAll(() => model.stop());

/** As many failures in a row as open a breaker. */
const ENOUGH = 10;
const M = 'gpt-4.1';
const alone = (url = model.url): ProviderSettings => ({ upstreams: [upstream('only', url)] });
const times = <T>(step: T): T[] => Array.from({ length: ENOUGH }, () => step);

type Shared = ReturnType<typeof asking>;
/** In milliseconds: long enough for the provider to have been asked, on a busy machine too. */
const HANGS_FOR = 150;

const failingFor = async ({ ask }: Shared, reason: string, timeout = 10_000): Promise<void> => {
  for (const user of times('alice')) expect(await reasonOf(ask(M, { user, timeout }))).toBe(reason);
};
const bobs = async ({ ask }: Shared, of = M): Promise<string> => textOf(await ask(of, { user: 'bob' }));

const error = (code: string) => ({ error: { message: 'No.', code } });

describe('what says nothing of whether an upstream lives', () => {
  test.each([
    ['a page', { malformed: 'html' }, 'malformed'],
    ['half an object', { malformed: 'json' }, 'malformed'],
    ['no event', { malformed: 'sse' }, 'malformed'],
    ['nothing', { malformed: 'empty' }, 'malformed'],
    ['a refused request', { status: 400 }, 'refused'],
    ['a filtered prompt', { status: 400, body: error('content_filter') }, 'refused'],
    ['a call that the server cannot read', { status: 400, body: error('tool_use_failed') }, 'malformed'],
    ['a prompt that is too long', { status: 413 }, 'too_long'],
    ['a prompt that is too long, told as a 500', { status: 500, body: error('context_length_exceeded') }, 'too_long'],
    ['an unknown model', { status: 404 }, 'unknown_model'],
    ['a conflict', { status: 409 }, 'unavailable'],
    ['a wrong key', { status: 401 }, 'unauthorized'],
    ['a used-up quota', { status: 402 }, 'quota'],
    ['a used-up quota under 429', { status: 429, body: error('insufficient_quota') }, 'quota'],
  ] as [string, Step, string][])('G3: after ten times %s for alice, bob is answered', async (_name, step, reason) => {
    model.script(...times(step));
    const shared = asking(alone());
    await failingFor(shared, reason);
    expect(await bobs(shared)).toBe('Hello');
  });

  test.each([
    ['was called off', 'abort', 'cut'],
    ['has neither calls nor words', 'tool_calls', 'malformed'],
  ])(
    'G3: after ten answers for alice that the provider says %s, the upstream is asked for bob',
    async (_name, finish_reason, reason) => {
      const chunk = { choices: [{ index: 0, delta: {}, finish_reason }] };
      await using server = await serve([`data: ${JSON.stringify(chunk)}\n\n`, 'data: [DONE]\n\n']);
      const shared = asking(alone(server.url));
      await failingFor(shared, reason);
      expect(await reasonOf(shared.ask(M, { user: 'bob' }))).toBe(reason);
      expect(server.paths).toHaveLength(ENOUGH + 1);
    },
  );

  test('G3: after alice has left ten times, bob is answered', async () => {
    const shared = asking(alone());
    for (const step of times({ hang: true } as const)) {
      model.script(step);
      const arrived = model.waitFor(model.requests.length + 1);
      const gone = new AbortController();
      const asked = expect(shared.ask(M, { signal: gone.signal })).rejects.toThrow('gone');
      await arrived;
      gone.abort(new Error('gone'));
      await asked;
    }
    expect(await bobs(shared)).toBe('Hello');
  });
});

describe('what says that an upstream does not work', () => {
  const down: [string, Step, string][] = [
    ['500', { status: 500 }, 'unavailable'],
    ['503', { status: 503 }, 'unavailable'],
    ['504', { status: 504 }, 'timeout'],
    ['429', { status: 429 }, 'rate_limited'],
    ['silence', { hang: true }, 'timeout'],
    ['an answer that breaks off', { text: 'one two three', cut: 2 }, 'cut'],
    ['a connection that breaks', { text: 'one', cut: 0 }, 'unavailable'],
  ];

  test.each(down)(
    'G3: ten times %s for alice spares bob the wait, until a call of his succeeds',
    async (_name, step, reason) => {
      model.script(...times(step));
      const shared = asking(alone());
      await failingFor(shared, reason, 'hang' in step ? HANGS_FOR : 10_000);
      await expect(bobs(shared)).rejects.toMatchObject({ reason: 'unavailable', retryAfter: 5 });
      expect(model.requests).toHaveLength(ENOUGH);
      shared.clock.time = 5_000;
      expect(await bobs(shared)).toBe('Hello');
      expect(await bobs(shared)).toBe('Hello');
    },
  );

  test.each(down)(
    'G3: ten times %s for alice leave the upstream’s other models to bob',
    async (_name, step, reason) => {
      model.script(...times(step));
      const shared = asking(alone());
      await failingFor(shared, reason, 'hang' in step ? HANGS_FOR : 10_000);
      expect(await bobs(shared, 'gpt-5')).toBe('Hello');
    },
  );

  test('G3: a server that cannot be reached is not asked for bob either', async () => {
    const shared = asking(alone('http://127.0.0.1:1/v1'));
    await failingFor(shared, 'unavailable');
    await expect(bobs(shared)).rejects.toMatchObject({ reason: 'unavailable', retryAfter: 5 });
  });

  test('G3: an odd answer to the probe neither closes the breaker nor opens it again', async () => {
    model.script(...times({ status: 500 }));
    const shared = asking(alone());
    await failingFor(shared, 'unavailable');
    shared.clock.time = 5_000;
    model.script({ malformed: 'html' });
    expect(await reasonOf(shared.ask(M, { user: 'alice' }))).toBe('malformed');
    expect(await bobs(shared)).toBe('Hello');
  });
});
