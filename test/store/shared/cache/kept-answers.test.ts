import { expect, test } from 'vitest';
import { Cache } from '../../../../shared/cache/index.ts';
import type { UserScope } from '../../../../shared/core/scope.ts';
import { keptAnswers } from '../../../../shared/gateway/answers/answers.ts';
import type { Batch } from '../../../../shared/gateway/call/batches.ts';
import type { ModelCall } from '../../../../shared/gateway/call/model-call.ts';
import { inTable } from '../../../support/in-table.ts';
import { somebody } from './in-cache.ts';

/* Requirements: CA4, CA12. */

inTable();

const setting = { calls: 'repeatable', keep_seconds: 60 } as const;

const calling = (alice: UserScope, signal?: AbortSignal): ModelCall => ({
  scope: alice.inProject('prj_garden'),
  purpose: 'chat',
  model: 'scripted',
  temperature: 0,
  messages: [{ role: 'user', content: 'What does everybody ask?' }],
  ...(signal && { signal }),
});

const END: Batch = [
  { kind: 'text', text: 'An answer.' },
  { kind: 'end', finish: 'stop', model: 'scripted', usage: { promptTokens: 1, completionTokens: 1, estimated: false } },
];

/** A model that fails when it is told to, and answers from then on. */
const failingOnce = () => {
  const [begun, fails] = [Promise.withResolvers<void>(), Promise.withResolvers<never>()];
  let calls = 0;
  async function* ask(): AsyncGenerator<Batch> {
    calls += 1;
    begun.resolve();
    if (calls === 1) await fails.promise;
    yield END;
  }
  return { ask, begun: begun.promise, fail: () => fails.reject(new Error('No.')), calls: () => calls };
};

const comparesNothing = (): never => {
  throw new Error('Only the same request is asked for.');
};

test.each([
  ['the same container', true],
  ['another container', false],
])('whoever leaves while an answer is got in %s waits no longer, and is in nobody’s way', async (_where, isShared) => {
  const alice = somebody();
  const model = failingOnce();
  const one = new Cache();
  const other = isShared ? one : new Cache();
  const answersOf = (cache: Cache) =>
    keptAnswers(cache, setting, { ask: model.ask, admit: async () => undefined, embed: comparesNothing });
  const first = answersOf(one)(calling(alice)).next();
  first.catch(() => undefined);
  await model.begun;
  const leaving = new AbortController();
  const second = answersOf(other)(calling(alice, leaving.signal)).next();
  leaving.abort(new Error('Gone.'));
  await expect(second).rejects.toThrow('Gone.');
  model.fail();
  await expect(first).rejects.toThrow('No.');
  for (const _ of [1, 2]) {
    const got: Batch[] = [];
    for await (const batch of answersOf(other)(calling(alice))) got.push(batch);
    expect(got.flat()[0]).toMatchObject({ text: 'An answer.' });
  }
});
