import { describe, expect, test } from 'vitest';
import { gateway, ModelError, type ModelEvent } from '../../../shared/gateway/index.ts';
import type { Step } from '../../support/scripted-model.ts';
import { alice, callOf, eventsOf, failureOf, over } from './asking.ts';
import { inOpenAi } from './in-models.ts';
import { serve } from './raw-server.ts';

const here = inOpenAi();

const error = (code: string) => ({
  error: { message: 'secret upstream text sk-live-1', type: 'x', param: null, code },
});

const outcomes: [string, Step, string, string][] = [
  ['500', { status: 500 }, 'temporary', 'unavailable'],
  ['503', { status: 503 }, 'temporary', 'unavailable'],
  ['429', { status: 429 }, 'temporary', 'rate_limited'],
  ['a used-up quota', { status: 429, body: error('insufficient_quota') }, 'permanent', 'quota'],
  ['400', { status: 400, body: error('invalid') }, 'permanent', 'refused'],
  ['a conversation that is too long', { status: 400, body: error('context_length_exceeded') }, 'permanent', 'too_long'],
  ['401', { status: 401 }, 'permanent', 'unauthorized'],
  ['403', { status: 403 }, 'permanent', 'unauthorized'],
  ['404', { status: 404 }, 'permanent', 'unknown_model'],
  ['422', { status: 422, body: '<html>' }, 'permanent', 'refused'],
  ['broken JSON in an event', { malformed: 'json' }, 'temporary', 'malformed'],
  ['text that is no event', { malformed: 'sse' }, 'temporary', 'malformed'],
  ['an empty stream', { malformed: 'empty' }, 'temporary', 'malformed'],
  ['a web page', { malformed: 'html' }, 'temporary', 'malformed'],
  ['a connection that breaks in the middle', { text: 'one two three four', cut: 2 }, 'temporary', 'cut'],
];

describe('a failure of the provider', () => {
  test.each(outcomes)('of a provider, %s is a %3$s failure: %4$s', async (_name, step, kind, reason) => {
    here.model.script(step);
    const failure = await failureOf(eventsOf(over(here.model.url).chat(callOf())));
    expect({ kind: failure.kind, reason: failure.reason }).toEqual({ kind, reason });
    expect(failure.detail).not.toMatch(/sk-|scripted|127\.0\.0\.1|upstream/);
  });

  test('a provider’s retry-after is passed on, and a long one is not waited for', async () => {
    here.model.script({ status: 429, retryAfter: 30 });
    const before = here.model.requests.length;
    const failure = await failureOf(eventsOf(over(here.model.url, { retries: 2 }).chat(callOf())));
    expect(failure).toMatchObject({ reason: 'rate_limited', retryAfter: 30 });
    expect(here.model.requests.length - before).toBe(1);
  });

  test.each([
    ['a used-up quota', { status: 429, body: error('insufficient_quota') }],
    ['a wrong key', { status: 401 }],
    ['a request it does not take', { status: 400 }],
  ] as [string, Step][])('a failure by %s is not retried', async (_name, step) => {
    here.model.script(step);
    const before = here.model.requests.length;
    const failure = await failureOf(eventsOf(over(here.model.url, { retries: 2 }).chat(callOf())));
    expect(failure.kind).toBe('permanent');
    expect(here.model.requests.length - before).toBe(1);
  });

  test('a provider that keeps failing ends the call after its configured retries', async () => {
    const busy: Step = { status: 503, retryAfter: 0 };
    here.model.script(busy, busy, busy);
    const before = here.model.requests.length;
    const failure = await failureOf(eventsOf(over(here.model.url, { retries: 2 }).chat(callOf())));
    expect(failure.reason).toBe('unavailable');
    expect(here.model.requests.length - before).toBe(3);
  });

  test('a first byte that does not arrive in time is a time-out', async () => {
    here.model.script({ hang: true });
    expect(await failureOf(eventsOf(over(here.model.url, { timeout: 60 }).chat(callOf())))).toMatchObject({
      kind: 'temporary',
      reason: 'timeout',
    });
  });

  test('a stream that stalls is a time-out, after the text that arrived', async () => {
    here.model.script({ text: 'one two three', stallAfter: 2 });
    const seen: ModelEvent[] = [];
    const listening = (async () => {
      for await (const event of over(here.model.url, { idle: 1_000 }).chat(callOf())) seen.push(event);
    })();
    expect(await failureOf(listening)).toMatchObject({ reason: 'timeout' });
    expect(seen).toEqual([
      { kind: 'text', text: 'one' },
      { kind: 'text', text: ' two' },
    ]);
    expect(await here.model.requests.at(-1)!.ended).toBe('aborted');
  });

  test('a provider that cannot be reached is a temporary failure', async () => {
    const failure = await failureOf(eventsOf(over('http://127.0.0.1:1/v1').chat(callOf())));
    expect(failure).toMatchObject({ kind: 'temporary', reason: 'unavailable' });
  });

  test('a provider that redirects is a temporary failure, and the key is not sent there', async () => {
    await using elsewhere = await serve(['data: [DONE]\n\n']);
    await using server = await serve([], 'text/plain', { status: 307, location: `${elsewhere.url}/chat/completions` });
    const failure = await failureOf(eventsOf(over(server.url).chat(callOf())));
    expect(failure.reason).toBe('unavailable');
    expect(elsewhere.paths).toEqual([]);
  });

  test('a provider that is not configured is not treated as the provider’s failure', async () => {
    const broken = gateway({ settings: () => Promise.reject(new Error('no secret')), policies: async () => [] });
    await expect(eventsOf(broken.chat(callOf()))).rejects.toThrow('no secret');
  });
});

describe('a stream', () => {
  const events = (...data: string[]) => data.map((one) => `data: ${one}\n\n`);
  const chunk = (content: string, finish: string | null = null) =>
    JSON.stringify({ model: 'm', choices: [{ index: 0, delta: { content }, finish_reason: finish }] });

  test('a stream that ends without a finish reason is cut, even after a clean close', async () => {
    await using server = await serve(events(chunk('Hello')));
    expect(await failureOf(eventsOf(over(server.url).chat(callOf())))).toMatchObject({ reason: 'cut' });
  });

  test('a stream that its provider closes without a finish reason is whole', async () => {
    await using server = await serve(events(chunk('Hello'), '[DONE]'));
    expect((await eventsOf(over(server.url).chat(callOf()))).at(-1)).toMatchObject({ kind: 'end', finish: 'stop' });
  });

  test('G2: a stream that ends for an unknown reason is whole', async () => {
    await using server = await serve(events(chunk('Hello', 'tired'), '[DONE]'));
    expect(await eventsOf(over(server.url).chat(callOf()))).toMatchObject([
      { kind: 'text', text: 'Hello' },
      { kind: 'end', finish: 'stop' },
    ]);
  });

  test('G1: a stream that breaks off within an event is cut after its words', async () => {
    await using server = await serve([...events(chunk('Hello')), 'data: {"choices": [{"index": 0, "del']);
    const seen: ModelEvent[] = [];
    const listening = (async () => {
      for await (const event of over(server.url).chat(callOf())) seen.push(event);
    })();
    expect((await failureOf(listening)).reason).toBe('cut');
    expect(seen).toEqual([{ kind: 'text', text: 'Hello' }]);
  });

  test('a stream without usage is counted by our tokenizer, and says so', async () => {
    await using server = await serve(events(chunk('hello world', 'stop'), '[DONE]'));
    expect((await eventsOf(over(server.url).chat(callOf()))).at(-1)).toEqual({
      kind: 'end',
      finish: 'stop',
      usage: { promptTokens: 8, completionTokens: 2, estimated: true },
      model: 'm',
    });
  });

  test('a stream that breaks after its finish reason is whole', async () => {
    await using server = await serve(events(chunk('Done', 'stop'), '{broken'));
    expect((await eventsOf(over(server.url).chat(callOf()))).at(-1)).toMatchObject({ kind: 'end', finish: 'stop' });
  });

  test('a stream with an error event is a failure', async () => {
    await using server = await serve(events(chunk('Hel'), JSON.stringify(error('rate_limit_exceeded'))));
    expect(await failureOf(eventsOf(over(server.url).chat(callOf())))).toMatchObject({ reason: 'rate_limited' });
  });

  test('a stream of split characters comes out in whole ones', async () => {
    await using server = await serve(events(chunk('a\ud83d'), chunk('\ude00b', 'stop'), '[DONE]'));
    const texts = (await eventsOf(over(server.url).chat(callOf()))).flatMap((event) =>
      event.kind === 'text' ? event.text : [],
    );
    expect(texts).toEqual(['a', '😀b']);
  });

  test('a stream longer than a megabyte of text is too long', async () => {
    const part = chunk('x'.repeat(100_000));
    await using server = await serve(events(...Array.from({ length: 11 }, () => part), chunk('', 'stop')));
    expect(await failureOf(eventsOf(over(server.url).chat(callOf())))).toMatchObject({
      kind: 'permanent',
      reason: 'too_long',
    });
  });

  test('a stream whose line never ends is given up after a megabyte', async () => {
    await using server = await serve(['data: ', ...Array.from({ length: 40 }, () => 'x'.repeat(64 * 1024))]);
    expect(await failureOf(eventsOf(over(server.url).chat(callOf())))).toMatchObject({ reason: 'malformed' });
  });
});

describe('a call that is called off', () => {
  test('a call aborted midway closes the connection and throws the reason', async () => {
    here.model.script({ text: 'one two three', stallAfter: 1 });
    const stop = new AbortController();
    const reason = new Error('cancelled by alice');
    const listening = (async () => {
      for await (const _event of over(here.model.url).chat(callOf({ signal: stop.signal }))) stop.abort(reason);
    })();
    await expect(listening).rejects.toBe(reason);
    expect(await here.model.requests.at(-1)!.ended).toBe('aborted');
  });

  test('a call aborted before the first byte closes the connection and throws the reason', async () => {
    here.model.script({ hang: true });
    const stop = new AbortController();
    const reason = new Error('cancelled by alice');
    const arrived = here.model.waitFor(here.model.requests.length + 1);
    const listening = eventsOf(over(here.model.url).chat(callOf({ signal: stop.signal })));
    await Promise.all([arrived.then(() => stop.abort(reason)), expect(listening).rejects.toBe(reason)]);
    expect(await here.model.requests.at(-1)!.ended).toBe('aborted');
  });

  test('a call aborted before it begins sends nothing', async () => {
    const before = here.model.requests.length;
    const reason = new Error('too late');
    await expect(eventsOf(over(here.model.url).chat(callOf({ signal: AbortSignal.abort(reason) })))).rejects.toBe(
      reason,
    );
    expect(here.model.requests.length).toBe(before);
  });

  test('a call aborted by leaving the loop closes the connection', async () => {
    here.model.script({ text: 'one two three', stallAfter: 1 });
    for await (const _event of over(here.model.url).chat(callOf())) break;
    expect(await here.model.requests.at(-1)!.ended).toBe('aborted');
  });
});

describe('an embedding', () => {
  test.each([
    [{ embeddings: { status: 500 } }, 'unavailable'],
    [{ embeddings: { status: 401 } }, 'unauthorized'],
    [{ embeddings: 'malformed' }, 'malformed'],
  ] as [Step, string][])('an embedding answered with %j is %s', async (step, reason) => {
    here.model.script(step);
    expect(await failureOf(over(here.model.url).embed({ scope: alice, texts: ['a'] }))).toMatchObject({ reason });
  });

  test('G6: an embedding answered with an error under status 200 is told by its code', async () => {
    await using server = await serve([JSON.stringify(error('insufficient_quota'))], 'application/json');
    expect(await failureOf(over(server.url).embed({ scope: alice, texts: ['a'] }))).toMatchObject({ reason: 'quota' });
  });

  test('an embedding that does not arrive is a time-out', async () => {
    here.model.script({ embeddings: 'hang' });
    const failure = await failureOf(over(here.model.url, { timeout: 60 }).embed({ scope: alice, texts: ['a'] }));
    expect(failure).toBeInstanceOf(ModelError);
    expect(failure.reason).toBe('timeout');
  });

  test.each([
    ['too few vectors', '{"data": []}'],
    ['something else', '{"data": [{"embedding": ["x"], "index": 0}]}'],
    ['a wrong number', '{"data": [{"embedding": [1], "index": 5}]}'],
    ['no data', '{}'],
  ])('an embedding with %s is malformed', async (_name, body) => {
    await using server = await serve([body], 'application/json');
    const failure = await failureOf(over(server.url).embed({ scope: alice, texts: ['a'] }));
    expect(failure.reason).toBe('malformed');
  });
});
