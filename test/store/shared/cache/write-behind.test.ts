import { expect, test } from 'vitest';
import { SECOND } from '../../../../shared/core/clock.ts';
import { beginInvocation } from '../../../../shared/observability/invocation.ts';
import { inTable } from '../../../support/in-table.ts';
import { minute, two } from './in-cache.ts';

/* Requirements: CA1. */

const here = inTable();

test('a value that is written behind is here at once, and elsewhere when the invocation has ended', async () => {
  const { one, other, alice } = two();
  await one.setLater(alice, 'question', minute, 'written');
  expect(await one.get(alice, 'question', minute)).toBe('written');
  expect(await other.get(alice, 'question', minute)).toBeUndefined();
  await one.flush();
  expect(await other.get(alice, 'question', minute)).toBe('written');
});

test('what one invocation leaves for later is written at its own end, and not at that of another user’s', async () => {
  const { one, other, alice } = two();
  const [left, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = beginInvocation({}, async () => {
    await one.setLater(alice, 'question', minute, 'written');
    left.resolve();
    await gate.promise;
    await one.flush();
  });
  await left.promise;
  await beginInvocation({}, () => one.flush());
  expect(await other.get(alice, 'question', minute)).toBeUndefined();
  gate.resolve();
  await slow;
  expect(await other.get(alice, 'question', minute)).toBe('written');
});

test('of a value that was set a hundred times one is written', async () => {
  const { one, other, alice } = two();
  for (let time = 0; time < 100; time += 1) await one.setLater(alice, 'question', minute, `${time}`);
  await here.table.resetCounts();
  await one.flush();
  expect((await here.table.counts()).TransactWriteItems?.calls).toBe(1);
  expect(await other.get(alice, 'question', minute)).toBe('99');
});

test('a value that was deleted before it was written is not written', async () => {
  const { clock, one, other, alice, source } = two();
  await one.setLater(alice, 'question', minute, 'old');
  await other.delete(alice, 'question');
  await one.flush();
  clock.pass(SECOND);
  for (const cache of [one, other]) expect(await cache.getOrLoad(alice, 'question', minute, source.load)).toBe('first');
  expect(one.figures().counts).toMatchObject({ writes_behind: 0, writes_dropped: 1 });
});
