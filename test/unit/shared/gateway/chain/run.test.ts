import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ToolRequest } from '../../../../../shared/gateway/call/model-call.ts';
import { PolicyRefused } from '../../../../../shared/gateway/chain/errors.ts';
import type { Hooks, Piece, Policy } from '../../../../../shared/gateway/chain/policy.ts';
import { throughPolicies } from '../../../../../shared/gateway/chain/run.ts';
import { failureSite } from '../../../../../shared/gateway/records/failure-site.ts';
import { callOf, modelSaying, policy, tell } from './chain.ts';

/* Requirements: GW2. */

const never = new Promise<never>(() => undefined);
const CALL = { id: 'call_1', name: 'send', arguments: '{"to":"x"}' };

/** Holds the last character back until the next comes, and writes every text in capitals. */
const holding = (): Hooks => {
  let held = '';
  const out = (text: string): Piece[] => (text === '' ? [] : [{ kind: 'text', text: text.toUpperCase() }]);
  return {
    onStreamEvent: (piece) => {
      if (piece.kind === 'call') return [piece];
      const all = held + piece.text;
      held = all.slice(-1);
      return out(all.slice(0, -1));
    },
    onStreamEnd: () => out(held),
    held: () => (held === '' ? [] : [{ kind: 'text', text: held }]),
  };
};

/** Five policies of five kinds: only the request, only the stream, only the whole, both, nothing. */
const five = (): Policy[] => [
  policy('asks', { onRequest: (call) => ({ ...call, messages: [{ role: 'user', content: 'Asked otherwise' }] }) }),
  policy('holds', holding),
  policy('wholes', {
    onResponse: ({ text, calls }) => ({
      text: `${text}!`,
      calls: calls.map((call) => ({ ...call, arguments: call.arguments.replace('x', 'y') })),
    }),
  }),
  policy('both', {
    onResponse: ({ text, calls }) => ({ text: text.replaceAll('A', 'B'), calls }),
    onStreamEvent: (piece) => [piece.kind === 'text' ? { kind: 'text', text: piece.text.replaceAll('A', 'B') } : piece],
  }),
  policy('drops', {
    onStreamEvent: (piece) =>
      piece.kind === 'call' && piece.call.name === 'drop' ? [{ kind: 'text', text: '[dropped]' }] : [piece],
  }),
];

describe('a chain', () => {
  test('a chain without policies passes everything on as it comes', async () => {
    const told = await tell([], modelSaying({ pieces: ['a', 'b'], calls: [CALL] }));
    expect(told).toMatchObject({ texts: ['a', 'b'], calls: [CALL], finish: 'tool_calls', outcome: 'answered' });
    expect(told.trace?.decisions).toEqual([]);
  });

  test('a chain of five policies gives the same for an answer in any pieces and as a whole', async () => {
    const pieces = fc.array(fc.string({ maxLength: 6 }), { maxLength: 8 });
    const calls = fc.constantFrom<ToolRequest[]>([], [CALL], [CALL, { ...CALL, id: 'call_2', name: 'drop' }]);
    await fc.assert(
      fc.asyncProperty(pieces, calls, async (said, called) => {
        const model = () => modelSaying({ pieces: said, calls: called });
        const streamed = await tell(five(), model());
        const whole = await tell(five(), model(), callOf({ delivery: 'whole' }));
        const joined = await tell(five(), modelSaying({ pieces: [said.join('')], calls: called }));
        for (const other of [whole, joined]) {
          expect(other.text).toBe(streamed.text);
          expect(other.calls).toEqual(streamed.calls);
          expect(other.finish).toBe(streamed.finish);
          expect(other.trace?.decisions).toEqual(streamed.trace?.decisions);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a chain asks the model in the words of its policies', async () => {
    const model = modelSaying({ pieces: ['x'] });
    await tell(five(), model);
    expect(model.asked[0]?.messages).toEqual([{ role: 'user', content: 'Asked otherwise' }]);
  });

  test('a chain passes each text on as soon as its policies release it', async () => {
    const gate = Promise.withResolvers<void>();
    async function* ask() {
      yield [{ kind: 'text' as const, text: 'first' }];
      await gate.promise;
      yield [{ kind: 'text' as const, text: ' second' }];
      const usage = { promptTokens: 1, completionTokens: 1, estimated: false };
      yield [{ kind: 'end' as const, finish: 'stop' as const, usage, model: 'm' }];
    }
    const events = throughPolicies(callOf(), [policy('holds', holding)], ask, async () => undefined);
    expect((await events.next()).value).toEqual([{ kind: 'text', text: 'FIRS' }]);
    gate.resolve();
    expect((await events.next()).value).toEqual([{ kind: 'text', text: 'T SECON' }]);
    await events.return(undefined);
  });

  test('texts that came together go on together, and those before a refusal go on before it', async () => {
    const said = (text: string) => ({ kind: 'text' as const, text });
    async function* ask() {
      yield [said('one'), said('two'), said('bad'), said('three')];
    }
    const strict = (hook: Hooks['onStreamEvent']) => policy('strict', { onStreamEvent: hook! });
    const refusing = strict((piece) => {
      if (piece.kind !== 'call' && piece.text === 'bad') throw new PolicyRefused('No.');
      return [piece];
    });
    const slow = strict(async (piece) => {
      await turn();
      return [piece];
    });
    for (const [policies, first] of [
      [[refusing], ['one', 'two']],
      [[slow, refusing], ['one']],
    ] as const) {
      const events = throughPolicies(callOf(), policies, ask, async () => undefined);
      expect((await events.next()).value).toEqual(first.map(said));
      if (first.length === 1) expect((await events.next()).value).toEqual([said('two')]);
      await expect(events.next()).rejects.toThrow('No.');
    }
  });

  test('a chain whose policies drop every call ends as an answer without calls', async () => {
    const model = modelSaying({ pieces: [], calls: [{ ...CALL, name: 'drop' }] });
    const told = await tell([five()[4]!], model);
    expect(told).toMatchObject({ text: '[dropped]', calls: [], finish: 'stop' });
  });

  test('a chain reports before and after by its own comparison and not by what a policy says', async () => {
    const { trace } = await tell(five(), modelSaying({ pieces: ['a', 'b'] }));
    expect(trace?.decisions.map(({ policy: name, phase, action }) => [name, phase, action])).toEqual([
      ['asks', 'request', 'changed'],
      ['holds', 'response', 'changed'],
      ['wholes', 'response', 'changed'],
      ['both', 'response', 'changed'],
    ]);
    expect(trace?.details.changes).toEqual([
      { policy: 'asks', phase: 'request', place: 'messages[0].content', before: 'Hello', after: 'Asked otherwise' },
      { policy: 'holds', phase: 'response', place: 'text', before: 'ab', after: 'AB' },
      { policy: 'wholes', phase: 'response', place: 'text', before: 'AB', after: 'AB!' },
      { policy: 'both', phase: 'response', place: 'text', before: 'AB!', after: 'BB!' },
    ]);
  });

  test('a chain closes every policy and reports the call, also when the answer is cut midway', async () => {
    const closed: string[] = [];
    const closing = (name: string) => policy(name, { ...holding(), close: () => void closed.push(name) });
    const told = await tell([closing('one'), closing('two')], modelSaying({ pieces: ['abc', 'def'], cutAfter: 1 }));
    expect(told.error?.message).toBe('the connection is gone');
    expect(told).toMatchObject({ text: 'A', outcome: 'failed' });
    expect(closed).toEqual(['one', 'two']);
  });

  test('a chain closes the connection to the model when the caller leaves', async () => {
    const model = modelSaying({ pieces: ['a', 'b', 'c'] });
    const outcomes: string[] = [];
    const events = throughPolicies(callOf(), [policy('holds', {})], model.ask, async ({ outcome }) => {
      outcomes.push(outcome);
    });
    await events.next();
    await events.return(undefined);
    expect([model.closed(), outcomes]).toEqual([1, ['left']]);
  });
});

describe('a policy that refuses', () => {
  const refusing = (hooks: (refuse: () => never) => Hooks, failure: Policy['failure'] = 'open') =>
    policy(
      'refuses',
      hooks(() => {
        throw new PolicyRefused('No.');
      }),
      { failure },
    );

  test('a policy that refuses ends the call before the model is asked, even if it fails open', async () => {
    const model = modelSaying({ pieces: ['x'] });
    const told = await tell([refusing((refuse) => ({ onRequest: refuse }))], model);
    expect(told).toMatchObject({ error: { status: 403, code: 'policy_refused' }, outcome: 'refused', text: '' });
    expect(model.asked).toEqual([]);
  });

  test('a policy that refuses in the answer ends it and closes the connection to the model', async () => {
    const model = modelSaying({ pieces: ['x', 'y'] });
    const told = await tell([refusing((refuse) => ({ onStreamEvent: refuse }))], model);
    expect(told).toMatchObject({ error: { code: 'policy_refused' }, outcome: 'refused', text: '' });
    expect(model.closed()).toBe(1);
  });
});

const crash = (): never => {
  throw new Error('a bug');
};

const faults: Array<[string, Hooks]> = [
  ['crashes at the request', { onRequest: crash }],
  ['crashes in the stream', { onStreamEvent: crash }],
  ['crashes at the whole answer', { onResponse: crash }],
  ['rejects', { onRequest: async () => crash() }],
  ['is slow at the request', { onRequest: () => never }],
  ['is slow in the stream', { onStreamEvent: () => never }],
  ['is slow at the whole answer', { onResponse: () => never }],
  ['lies: pieces that are none', { onStreamEvent: () => [{ kind: 'end' }] as unknown as Piece[] }],
  ['lies: no list', { onStreamEvent: () => 'x' as unknown as Piece[] }],
  ['lies: a call the model never made', { onStreamEvent: () => [{ kind: 'call', call: { ...CALL, id: 'other' } }] }],
  ['lies: messages that are none', { onRequest: (call) => ({ ...call, messages: [{ role: 'user' }] as never }) }],
  ['lies: no messages', { onRequest: (call) => ({ ...call, messages: [] }) }],
  ['lies: an answer that is none', { onResponse: () => ({ text: 1 }) as never }],
  ['lies: an endless answer', { onStreamEvent: () => [{ kind: 'text', text: 'x'.repeat(3 * 1024 * 1024) }] }],
];

describe.each(faults)('a policy that %s', (fault, hooks) => {
  const model = () => modelSaying({ pieces: ['a', 'b'], calls: [CALL] });

  test(`a policy that ${fault} is left out when it fails open, and nothing of the answer is lost`, async () => {
    const told = await tell([policy('bad', hooks, { failure: 'open', timeout: 5 })], model());
    expect(told).toMatchObject({ text: 'ab', calls: [CALL], outcome: 'answered', finish: 'tool_calls' });
    expect(told.trace?.decisions).toMatchObject([{ policy: 'bad', action: 'left_out' }]);
  });

  test(`a policy that ${fault} ends the call when it must not be left out`, async () => {
    const told = await tell([policy('bad', hooks, { timeout: 5 })], model());
    expect(told).toMatchObject({ error: { status: 503, code: 'policy_failed' }, outcome: 'failed', text: '' });
    expect(told.error?.message).not.toContain('bug');
    expect(told.trace?.decisions).toMatchObject([{ policy: 'bad', action: 'failed' }]);
  });
});

test('a policy that cannot even begin fails in its configured way', async () => {
  const told = await tell([policy('bad', crash, { failure: 'open' })], modelSaying({ pieces: ['a'] }));
  expect(told).toMatchObject({ text: 'a', outcome: 'answered' });
  expect((await tell([policy('bad', crash)], modelSaying({ pieces: ['a'] }))).error).toMatchObject({ status: 503 });
});

test('a policy that crashes with buffered text gives it back and is left out', async () => {
  const hooks = holding();
  let pieces = 0;
  const crashing: Hooks = {
    ...hooks,
    onStreamEvent: (piece) => {
      pieces += 1;
      return pieces > 2 ? crash() : hooks.onStreamEvent!(piece);
    },
  };
  const told = await tell([policy('bad', crashing, { failure: 'open' })], modelSaying({ pieces: ['ab', 'cd', 'ef'] }));
  expect(told.text).toBe('ABCdef');
});

test('a policy that crashes and cannot give its buffered text back ends the call, however it fails', async () => {
  const { held: _, ...hooks } = holding();
  const crashing: Hooks = { ...hooks, onStreamEnd: crash };
  const told = await tell([policy('bad', crashing, { failure: 'open' })], modelSaying({ pieces: ['ab'] }));
  expect(told).toMatchObject({ error: { code: 'policy_failed' }, outcome: 'failed' });
});

test('a policy cannot turn the call into another user’s, nor detach it from its caller', async () => {
  const model = modelSaying({ pieces: [] });
  const call = callOf({ session: 'ses_one', signal: new AbortController().signal });
  const stealing = policy('thief', {
    onRequest: (asked) => ({
      ...asked,
      scope: callOf().scope.user.inProject('other'),
      session: 'ses_two',
      signal: undefined,
    }),
  });
  await tell([stealing], model, call);
  expect(model.asked[0]).toMatchObject({ scope: call.scope, session: 'ses_one', signal: call.signal });
});

test('a caller who leaves while a policy works is answered at once with the reason', async () => {
  const leaving = new AbortController();
  const thinking = policy('slow', { onRequest: () => never }, { failure: 'open', timeout: 60_000 });
  const told = tell([thinking], modelSaying({ pieces: ['a'] }), callOf({ signal: leaving.signal }));
  await turn();
  leaving.abort(new Error('gone'));
  expect(await told).toMatchObject({ error: { message: 'gone' }, outcome: 'left' });
});

test('the record of a long change is bounded and says so', async () => {
  const growing = policy('grows', { onResponse: ({ text, calls }) => ({ text: `${text}, and a change`, calls }) });
  const { trace } = await tell([growing], modelSaying({ pieces: ['x'.repeat(100_000)] }));
  expect(trace?.details.truncated).toBe(true);
  expect(trace?.details.changes[0]?.after).toMatch(/x{500}, and a change$/);
  expect(JSON.stringify(trace?.details).length).toBeLessThan(64 * 1024);
});

test('a log line names the kind and place of a failure, and nothing of the text', () => {
  const told = failureSite(
    (() => {
      try {
        return JSON.parse('carol.smith@example.org');
      } catch (error) {
        return error;
      }
    })(),
  );
  expect(told).toMatchObject({ failed: 'SyntaxError', at: expect.any(String) });
  expect(JSON.stringify(told)).not.toContain('carol');
});
