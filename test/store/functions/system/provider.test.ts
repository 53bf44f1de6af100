import { expect, test } from 'vitest';
import { dependencies } from '../../../../functions/system/dependencies.ts';
import { readiness } from '../../../../functions/system/readiness.ts';
import { MINUTE } from '../../../../shared/core/clock.ts';
import { noteProvider, providerNoted } from '../../../../shared/metrics/index.ts';
import { inTable } from '../../../support/in-table.ts';

/* Requirements: API7. */

inTable();
const providerOf = async () => {
  const { status, dependencies: found } = await readiness(
    dependencies().filter(({ name }) => name === 'model_provider'),
  );
  return [status, ...found.map(({ state }) => state)];
};

test('a deployment is degraded, by the provider’s name, once its models do not answer, and ready when they do again', async () => {
  expect(await providerOf()).toEqual(['ready', 'ok']);
  await noteProvider('unavailable');
  expect(await providerOf()).toEqual(['degraded', 'unavailable']);
  await noteProvider('ok');
  expect(await providerOf()).toEqual(['ready', 'ok']);
});

test('what nobody has confirmed for five minutes is not believed any more', async () => {
  const at = Date.now();
  await noteProvider('unavailable', { now: () => at });
  expect(await providerNoted({ now: () => at + 4 * MINUTE })).toBe('unavailable');
  expect(await providerNoted({ now: () => at + 6 * MINUTE })).toBe('ok');
});
