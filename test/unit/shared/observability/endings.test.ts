import { expect, test, vi } from 'vitest';
import {
  atEndOfInvocation,
  atEndOfInvocations,
  beginInvocation,
  invocationFields,
} from '../../../../shared/observability/invocation.ts';

/* Requirements: CA1. */

test('what is left for the end of an invocation is done once under each name, before the caller has its answer', async () => {
  const done: string[] = [];
  const later = (name: string, text: string) => atEndOfInvocation(name, async () => done.push(text));
  const answer = await beginInvocation({ run_id: 'run_1' }, async () => {
    await later('a', 'first');
    await later('b', 'other');
    await later('a', 'again');
    expect(done).toEqual([]);
    return 'answer';
  });
  expect([answer, done]).toEqual(['answer', ['again', 'other']]);
});

test('it is done for an invocation that fails, within its log fields, and another one waits for its own end', async () => {
  const done: unknown[] = [];
  const gate = Promise.withResolvers<void>();
  const other = beginInvocation({ run_id: 'run_2' }, async () => {
    await atEndOfInvocation('a', async () => done.push(invocationFields().run_id));
    await gate.promise;
  });
  const failing = beginInvocation({ run_id: 'run_1' }, async () => {
    await atEndOfInvocation('a', async () => done.push(invocationFields().run_id));
    throw new Error('It failed.');
  });
  await expect(failing).rejects.toThrow('It failed.');
  expect(done).toEqual(['run_1']);
  gate.resolve();
  await other;
  expect(done).toEqual(['run_1', 'run_2']);
});

test('outside of an invocation it is done at once', async () => {
  const ending = vi.fn(async () => undefined);
  await atEndOfInvocation('a', ending);
  expect(ending).toHaveBeenCalledOnce();
});

test('what every invocation ends with is done each time, and an answer does not wait for it for longer than half a second', async () => {
  let times = 0;
  const never = Promise.withResolvers<void>();
  atEndOfInvocations(() => {
    times += 1;
    return times < 3 ? Promise.resolve() : never.promise;
  });
  const begun = performance.now();
  for (const answer of [1, 2, 3]) expect(await beginInvocation({}, async () => answer)).toBe(answer);
  expect(times).toBe(3);
  expect(performance.now() - begun).toBeGreaterThan(450);
});
