import { describe, expect, test } from 'vitest';
import { isComplete, tierBody, tierDraft } from '../../../../console/src/screens/admin/tiers/draft.ts';
import { configuredTierShown, tierChangeSchema } from '../../../../shared/administration/tiers/public-tier.ts';
import { BUILT_IN_TIERS } from '../../../../shared/core/tiers/built-in.ts';

const pro = configuredTierShown('pro', { ...BUILT_IN_TIERS.pro, models: [...BUILT_IN_TIERS.pro.models] });

describe('a tier in its form', () => {
  test('comes back as it was, in the shape that the API takes', () => {
    const body = tierBody(tierDraft(pro), 3);
    const { name, source, updated_at, updated_by, ...same } = pro;
    expect(body).toEqual({ ...same, version: 3 });
    expect(tierChangeSchema.parse(body)).toEqual(body);
  });

  test('has models one a line', () => {
    const draft = { ...tierDraft(pro), models: ' a-* \n\n b ' };
    expect(tierBody(draft, 0).models).toEqual(['a-*', 'b']);
  });

  test('is complete with a name, a model and every number', () => {
    const draft = tierDraft(pro);
    expect(isComplete(draft)).toBe(true);
    expect(isComplete({ ...draft, name: 'Not a name' })).toBe(false);
    expect(isComplete({ ...draft, models: ' ' })).toBe(false);
    expect(isComplete({ ...draft, numbers: { ...draft.numbers, agents: '' } })).toBe(false);
  });
});
