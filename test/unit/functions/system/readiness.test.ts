import { describe, expect, test } from 'vitest';
import type { Dependency, DependencyState } from '../../../../functions/system/dependency.ts';
import { readiness } from '../../../../functions/system/readiness.ts';

/* Requirements: API7. */

const dependency = (name: string, vital: boolean, check: () => Promise<DependencyState>): Dependency => ({
  name,
  vital,
  check,
});
const ok = async (): Promise<DependencyState> => 'ok';
const broken = async (): Promise<DependencyState> => {
  throw new Error('connection refused');
};
const hanging = (): Promise<DependencyState> => new Promise(() => undefined);

describe('readiness', () => {
  test('readiness is ready when everything answers', async () => {
    expect(await readiness([dependency('table', true, ok)])).toEqual({
      status: 'ready',
      dependencies: [{ name: 'table', state: 'ok' }],
    });
  });

  test('readiness is degraded, by name, without a dependency it can work without', async () => {
    const found = await readiness([dependency('table', true, ok), dependency('vectors', false, broken)]);
    expect(found).toEqual({
      status: 'degraded',
      dependencies: [
        { name: 'table', state: 'ok' },
        { name: 'vectors', state: 'unavailable' },
      ],
    });
  });

  test('readiness is degraded where a dependency was never set up', async () => {
    const found = await readiness([dependency('model_provider', false, async () => 'not_configured')]);
    expect(found).toEqual({ status: 'degraded', dependencies: [{ name: 'model_provider', state: 'not_configured' }] });
  });

  test('readiness is unavailable without a vital dependency', async () => {
    const found = await readiness([dependency('table', true, broken), dependency('vectors', false, ok)]);
    expect(found.status).toBe('unavailable');
  });

  test('readiness waits for a dependency no longer than its time-out', async () => {
    const found = await readiness([dependency('queue', true, hanging)], 5);
    expect(found).toEqual({ status: 'unavailable', dependencies: [{ name: 'queue', state: 'unavailable' }] });
  });
});
