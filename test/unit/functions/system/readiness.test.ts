import { describe, expect, test } from 'vitest';
import type { Dependency, DependencyState } from '../../../../functions/system/dependency.ts';
import { readiness } from '../../../../functions/system/readiness.ts';

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
  test('is ready when everything answers', async () => {
    expect(await readiness([dependency('table', true, ok)])).toEqual({
      status: 'ready',
      dependencies: [{ name: 'table', state: 'ok' }],
    });
  });

  test('is degraded, by name, without something it can work without', async () => {
    const found = await readiness([dependency('table', true, ok), dependency('vectors', false, broken)]);
    expect(found).toEqual({
      status: 'degraded',
      dependencies: [
        { name: 'table', state: 'ok' },
        { name: 'vectors', state: 'unavailable' },
      ],
    });
  });

  test('is degraded where something was never set up', async () => {
    const found = await readiness([dependency('model_provider', false, async () => 'not_configured')]);
    expect(found).toEqual({ status: 'degraded', dependencies: [{ name: 'model_provider', state: 'not_configured' }] });
  });

  test('is unavailable without something vital', async () => {
    const found = await readiness([dependency('table', true, broken), dependency('vectors', false, ok)]);
    expect(found.status).toBe('unavailable');
  });

  test('waits no longer for a dependency than it has patience', async () => {
    const found = await readiness([dependency('queue', true, hanging)], 5);
    expect(found).toEqual({ status: 'unavailable', dependencies: [{ name: 'queue', state: 'unavailable' }] });
  });
});
