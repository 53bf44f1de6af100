import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ModelError } from '../../../shared/gateway/index.ts';
import type { ProviderSettings } from '../../../shared/gateway/settings/upstreams.ts';
import { took } from '../../support/pace.ts';
import { type ScriptedModel, type Step, startScriptedModel } from '../../support/scripted-model.ts';
import { asking, givenUpSoon, reasonOf, textOf, upstream } from './asking.ts';

/* Requirements: GW5. */

let first: ScriptedModel;
let second: ScriptedModel;
beforeAll(async () => {
  [first, second] = await Promise.all([startScriptedModel(), startScriptedModel()]);
});
beforeEach(() => {
  first.requests.length = 0;
  second.requests.length = 0;
  second.always({ text: 'from the second' });
});
afterAll(() => Promise.all([first.stop(), second.stop()]));

const both = (): ProviderSettings => ({ upstreams: [upstream('first', first.url), upstream('second', second.url)] });
const alone = (): ProviderSettings => ({ upstreams: [upstream('first', first.url)] });

describe('an upstream that cannot answer', () => {
  test.each([
    ['is busy', { status: 429 }],
    ['fails', { status: 500 }],
    ['does not accept the key', { status: 401 }],
    ['has used up its quota', { status: 402 }],
    ['does not know the model', { status: 404 }],
    ['sends a web page', { malformed: 'html' }],
    ['is silent', { hang: true }],
  ] as [string, Step][])('an upstream that %s leaves the call to the next', async (_name, step) => {
    first.script(step);
    const upstreams = [givenUpSoon(upstream('first', first.url)), upstream('second', second.url)];
    expect(textOf(await asking({ upstreams }).ask('gpt-4.1'))).toBe('from the second');
    expect(first.requests).toHaveLength(1);
  });

  test.each([
    ['a request it refuses', 400, 'refused'],
    ['a prompt that is too long', 413, 'too_long'],
  ])('an upstream that fails by %s keeps the call, which would fail elsewhere too', async (_name, status, reason) => {
    first.script({ status });
    expect(await reasonOf(asking(both()).ask('gpt-4.1'))).toBe(reason);
    expect(second.requests).toHaveLength(0);
  });

  test('an upstream that fails after its first word keeps the call, for what went out cannot be taken back', async () => {
    first.script({ text: 'one two three', cut: 1 });
    expect(await reasonOf(asking(both()).ask('gpt-4.1'))).toBe('cut');
    expect(second.requests).toHaveLength(0);
  });

  test('an upstream whose caller has gone leaves the call to no other', async () => {
    first.script({ hang: true });
    const over = new AbortController();
    const asked = asking(both()).ask('gpt-4.1', { signal: over.signal });
    await first.waitFor(1);
    over.abort(new Error('gone'));
    await expect(asked).rejects.toThrow('gone');
    expect(second.requests).toHaveLength(0);
  });

  test('when all upstreams fail the failure is the one worth a retry', async () => {
    first.script({ status: 503 });
    second.script({ status: 401 });
    expect(await reasonOf(asking(both()).ask('gpt-4.1'))).toBe('unavailable');
  });
});

describe('a model with fallbacks', () => {
  test('a model with fallbacks is answered by the first that can, and the answer says which', async () => {
    const settings = { ...alone(), fallbacks: { 'gpt-4.1': ['gpt-4.1-mini'] } };
    first.script({ status: 503 }, { text: 'smaller' });
    const events = await asking(settings).ask('gpt-4.1');
    expect(events.at(-1)).toMatchObject({ kind: 'end', model: 'gpt-4.1-mini' });
    expect(first.requests.map(({ body }) => body.model)).toEqual(['gpt-4.1', 'gpt-4.1-mini']);
  });

  test('a model has no fallbacks for embeddings: vectors of another model mean nothing', async () => {
    const settings = { ...alone(), fallbacks: { small: ['large'] } };
    first.script({ embeddings: { status: 503 } });
    expect(await reasonOf(asking(settings).embed('small'))).toBe('unavailable');
    expect(first.requests).toHaveLength(1);
  });

  test('a model that no upstream has is unknown', async () => {
    const settings = { upstreams: [upstream('first', first.url, ['gpt-*'])] };
    expect(await reasonOf(asking(settings).ask('llama3'))).toBe('unknown_model');
    expect(first.requests).toHaveLength(0);
  });
});

describe('the breaker', () => {
  const failures = (count: number): Step[] => Array.from({ length: count }, () => ({ status: 500 }));

  test('the breaker spares an upstream that keeps failing, until a call after its rest succeeds', async () => {
    first.script(...failures(10));
    const { ask, clock } = asking(both());
    for (let time = 0; time < 12; time += 1) expect(textOf(await ask('gpt-4.1'))).toBe('from the second');
    expect(first.requests).toHaveLength(10);
    clock.time = 5_000;
    first.script({ text: 'back again' }, { text: 'and again' });
    expect(textOf(await ask('gpt-4.1'))).toBe('back again');
    expect(textOf(await ask('gpt-4.1'))).toBe('and again');
  });

  test('the breaker of the only upstream answers at once when to retry', async () => {
    first.script(...failures(10));
    const { ask } = asking(alone());
    for (let time = 0; time < 10; time += 1) await reasonOf(ask('gpt-4.1'));
    const error = await ask('gpt-4.1').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toMatchObject({ reason: 'unavailable', retryAfter: 5 });
    expect(first.requests).toHaveLength(10);
  });

  test('the breaker of chat leaves embeddings alone', async () => {
    first.script(...failures(10));
    const { ask, embed } = asking(alone());
    for (let time = 0; time < 10; time += 1) await reasonOf(ask('gpt-4.1'));
    expect((await embed('small')).vectors).toHaveLength(1);
  });

  test('the breaker does not open for refused requests', async () => {
    const { ask } = asking(alone());
    for (let time = 0; time < 12; time += 1) {
      first.script({ status: 400 });
      expect(await reasonOf(ask('gpt-4.1'))).toBe('refused');
    }
    first.script({ text: 'still here' });
    expect(textOf(await ask('gpt-4.1'))).toBe('still here');
  });
});

describe('the time that a model is given', () => {
  test('a model’s time-outs may be set by pattern, for the first byte and between two', async () => {
    const slow = {
      ...upstream('first', first.url),
      timeouts: [['slow-*', { firstByte: 60 }]] as [string, { firstByte: number }][],
    };
    first.script({ hang: true });
    const given = async () =>
      expect(await reasonOf(asking({ upstreams: [slow] }).ask('slow-1', { timeout: 10_000 }))).toBe('timeout');
    expect(await took(given)).toBeLessThan(5_000);
  });

  test('a model’s time-out shrinks to what it recently needed, so that a silent one is given up sooner', async () => {
    const { ask } = asking(alone());
    for (let time = 0; time < 20; time += 1) {
      first.script({ text: 'quick' });
      await ask('gpt-4.1', { timeout: 3_000 });
    }
    first.script({ hang: true });
    const given = async () => expect(await reasonOf(ask('gpt-4.1', { timeout: 3_000 }))).toBe('timeout');
    expect(await took(given)).toBeLessThan(2_900);
  });
});
