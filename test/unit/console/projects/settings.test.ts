import { describe, expect, test } from 'vitest';
import { configOf, draftOf, isSame } from '../../../../console/src/screens/projects/settings/draft.ts';
import { orchestratorConfigSchema } from '../../../../shared/plans/records/orchestrator-config.ts';

/* Requirements: WEB1. */

const sent = (draft: ReturnType<typeof draftOf>) =>
  orchestratorConfigSchema.parse(JSON.parse(JSON.stringify(configOf(draft))));

describe('the settings for plans', () => {
  test('what is shown and sent again unchanged is the same', () => {
    const config = orchestratorConfigSchema.parse({
      model: 'some/model',
      approval: { max_tasks: 0, max_cost: 0.5, min_risk: 'low' },
      max_parallel: 2,
      max_tasks: 9,
      budget_per_run: 0.75,
      auto_approve_low_risk: false,
    });
    expect(sent(draftOf(config))).toEqual(config);
    const byDefault = orchestratorConfigSchema.parse({});
    expect(sent(draftOf(byDefault))).toEqual(byDefault);
  });

  test('no budget stays none, rather than becoming the default one', () => {
    const config = orchestratorConfigSchema.parse({ budget_per_run: null });
    expect(sent(draftOf(config)).budget_per_run).toBeNull();
  });

  test('they count as changed once they would be sent otherwise', () => {
    const draft = draftOf(orchestratorConfigSchema.parse({}));
    expect(isSame(draft, { ...draft, model: '  ' })).toBe(true);
    expect(isSame(draft, { ...draft, budget: '' })).toBe(false);
    expect(isSame(draft, { ...draft, autoApprove: false })).toBe(false);
  });
});
