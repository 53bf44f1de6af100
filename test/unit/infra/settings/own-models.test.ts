import { expect, test } from 'vitest';
import { onOneMachine, settingsFor, withUnpricedModels } from '../../../../infra/settings/index.ts';
import { tiersWith } from '../../../../shared/core/tiers/configured.ts';

/* Requirements: GW6, OPS10. */

test('on one machine every tier may ask a model without a price, unless it says that it may not', () => {
  const said = { free: { unpricedModels: false }, pro: { projects: 9 } };
  const tiers = tiersWith(withUnpricedModels(said));
  expect(['free', 'standard', 'pro'].map((name) => tiers.get(name)?.unpricedModels)).toEqual([false, true, true]);
  expect(tiers.get('pro')?.projects).toBe(9);
  expect(tiersWith(onOneMachine(settingsFor('dev')).tiers).get('standard')?.unpricedModels).toBe(true);
});

test('in AWS no tier may, at any stage, unless the settings say so', () => {
  for (const stage of ['dev', 'staging', 'prod'] as const) {
    expect([...tiersWith(settingsFor(stage).tiers).values()].some(({ unpricedModels }) => unpricedModels)).toBe(false);
  }
});
