import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { ModelEvent } from '../../../shared/gateway/index.ts';
import { took } from '../../support/pace.ts';
import type { MessagesStep } from '../../support/scripted-messages.ts';
import { alice, callOf, eventsOf, failureOf, textOf } from './asking.ts';
import { inAnthropic } from './in-models.ts';
import { serve } from './raw-server.ts';

const here = inAnthropic();

describe('a failure of the provider', () => {
  const outcomes: [string, MessagesStep, string, string][] = [
    ['529', { status: 529, type: 'overloaded_error' }, 'temporary', 'unavailable'],
    ['500', { status: 500 }, 'temporary', 'unavailable'],
    ['504', { status: 504, type: 'timeout_error' }, 'temporary', 'timeout'],
    ['429', { status: 429, type: 'rate_limit_error' }, 'temporary', 'rate_limited'],
    ['401', { status: 401, type: 'authentication_error' }, 'permanent', 'unauthorized'],
    ['403', { status: 403, type: 'permission_error' }, 'permanent', 'unauthorized'],
    ['402', { status: 402, type: 'billing_error' }, 'permanent', 'quota'],
    ['404', { status: 404, type: 'not_found_error' }, 'permanent', 'unknown_model'],
    ['413', { status: 413, type: 'request_too_large' }, 'permanent', 'too_long'],
    ['400', { status: 400, type: 'invalid_request_error', message: 'secret sk-live-1' }, 'permanent', 'refused'],
    [
      'a prompt that is too long',
      { status: 400, type: 'invalid_request_error', message: 'prompt is too long: 9 tokens > 8 maximum' },
      'permanent',
      'too_long',
    ],
    [
      'a used-up credit',
      { status: 400, type: 'invalid_request_error', message: 'Your credit balance is too low to access the API.' },
      'permanent',
      'quota',
    ],
    [
      'a spend limit',
      { status: 429, type: 'rate_limit_error', details: { error_code: 'enforced_spend_limit_reached' } },
      'permanent',
      'quota',
    ],
    ['a web page', { raw: '<html>Bad gateway</html>', contentType: 'text/html' }, 'temporary', 'malformed'],
    ['half an object', { raw: '{"content": [', contentType: 'application/json' }, 'temporary', 'malformed'],
    ['another object', { raw: '{"choices": []}', contentType: 'application/json' }, 'temporary', 'malformed'],
    ['a connection that breaks in the middle', { text: 'one two three', cut: 4 }, 'temporary', 'cut'],
    ['an error in the middle', { text: 'one two three', failAfter: 4 }, 'temporary', 'unavailable'],
    [
      'a limit in the middle',
      { text: 'one two', failAfter: 3, error: { type: 'rate_limit_error', message: '' } },
      'temporary',
      'rate_limited',
    ],
  ];

  test.each(outcomes)('of a provider, %s is a %3$s failure: %4$s', async (_name, step, kind, reason) => {
    here.model.script(step);
    const failure = await failureOf(here.ask());
    expect({ kind: failure.kind, reason: failure.reason }).toEqual({ kind, reason });
    expect(failure.detail).not.toMatch(/sk-|scripted|127\.0\.0\.1/);
  });

  test('a provider’s retry-after is passed on, and a long one is not waited for', async () => {
    here.model.script({ status: 429, type: 'rate_limit_error', retryAfter: 30 });
    const before = here.model.requests.length;
    expect(await failureOf(here.ask({}, { retries: 2 }))).toMatchObject({ reason: 'rate_limited', retryAfter: 30 });
    expect(here.model.requests.length - before).toBe(1);
  });

  test('a provider that fails for a moment is asked again before the first byte', async () => {
    here.model.script({ status: 529, retryAfter: 0 }, { status: 503, retryAfter: 0 }, { text: 'Here I am' });
    const before = here.model.requests.length;
    expect(textOf(await here.ask({}, { retries: 2 }))).toBe('Here I am');
    expect(here.model.requests.length - before).toBe(3);
  });

  test.each([
    ['a wrong key', { status: 401, type: 'authentication_error' }],
    ['a request it does not take', { status: 400, type: 'invalid_request_error' }],
    ['one it wants not to be tried again', { status: 529, retryAfter: 0, headers: { 'x-should-retry': 'false' } }],
  ] as [string, MessagesStep][])('a failure by %s is not retried', async (_name, step) => {
    here.model.script(step);
    const before = here.model.requests.length;
    await failureOf(here.ask({}, { retries: 2 }));
    expect(here.model.requests.length - before).toBe(1);
  });

  test('a first byte that does not arrive in time is a time-out, retries included', async () => {
    here.model.script({ status: 529, retryAfter: 0 }, { hang: true });
    expect((await failureOf(here.ask({}, { timeout: 150, retries: 2 }))).reason).toBe('timeout');
  });

  test('a stream that stalls is a time-out, after the text that arrived', async () => {
    here.model.script({ text: 'one two three', stallAfter: 4 });
    const seen: ModelEvent[] = [];
    const listening = (async () => {
      for await (const event of here.over({ idle: 1_000 }).chat(callOf())) seen.push(event);
    })();
    expect((await failureOf(listening)).reason).toBe('timeout');
    expect(textOf(seen)).toBe('one two');
    expect(await here.last().ended).toBe('aborted');
  });

  test('a provider that cannot be reached is a temporary failure', async () => {
    const asked = eventsOf(here.over({ base: 'http://127.0.0.1:1' }).chat(callOf()));
    expect((await failureOf(asked)).reason).toBe('unavailable');
  });

  test('a provider that redirects is a temporary failure, and the key is not sent there', async () => {
    await using elsewhere = await serve([]);
    await using server = await serve([], 'text/plain', { status: 307, location: `${elsewhere.url}/messages` });
    const asked = eventsOf(here.over({ base: server.url }).chat(callOf()));
    expect((await failureOf(asked)).reason).toBe('unavailable');
    expect([server.paths, elsewhere.paths]).toEqual([['/v1/messages'], []]);
  });

  test('a line that never ends is given up after a megabyte', async () => {
    await using server = await serve(['data: ', ...Array.from({ length: 40 }, () => 'x'.repeat(64 * 1024))]);
    const asked = eventsOf(here.over({ base: server.url }).chat(callOf()));
    expect((await failureOf(asked)).reason).toBe('malformed');
  });
});

describe('a call that is called off', () => {
  const reason = new Error('cancelled by alice');

  test('a call aborted before the first byte throws the reason', async () => {
    here.model.script({ hang: true });
    const stop = new AbortController();
    const arrived = here.model.waitFor(here.model.requests.length + 1);
    const asked = here.ask({ signal: stop.signal });
    await Promise.all([arrived.then(() => stop.abort(reason)), expect(asked).rejects.toBe(reason)]);
    expect(await here.last().ended).toBe('aborted');
  });

  test('a call aborted while it waits to retry throws the reason at once', async () => {
    here.model.script({ status: 529, retryAfter: 4 });
    const stop = new AbortController();
    const arrived = here.model.waitFor(here.model.requests.length + 1);
    const asked = here.ask({ signal: stop.signal }, { retries: 2 });
    const failing = expect(asked).rejects.toBe(reason);
    await arrived;
    await here.last().ended;
    // The refusal is on its way to the gateway, in this very process.
    for (let count = 0; count < 200; count += 1) await turn();
    const calledOff = async () => {
      stop.abort(reason);
      await failing;
    };
    expect(await took(calledOff)).toBeLessThan(2_000);
  });

  test('a call aborted by leaving the loop closes the connection', async () => {
    here.model.script({ text: 'one two three', stallAfter: 4 });
    for await (const _event of here.over().chat(callOf())) break;
    expect(await here.last().ended).toBe('aborted');
  });
});

test('an embedding request to Anthropic says what has to be configured', async () => {
  const before = here.model.requests.length;
  const failure = await failureOf(here.over().embed({ scope: alice, texts: ['a'], model: 'e' }));
  expect(failure).toMatchObject({ kind: 'permanent', reason: 'unknown_model' });
  expect(failure.detail).toContain('add an upstream of the kind "openai"');
  expect(here.model.requests.length).toBe(before);
});
