import { describe, expect, test } from 'vitest';
import { handler as planner } from '../../../../functions/planner/handler.ts';
import { handler } from '../../../../functions/plans/handler.ts';
import { inTable } from '../../../support/in-table.ts';

inTable();

const plan = { user_id: 'alice', project_id: 'prj_1', session_id: 'ses_1', run_id: 'run_1', generation: 1 };
const superseded = { name: 'Superseded' };

describe('a phase of a run that does not go on with this execution is superseded', () => {
  test.each(['begin', 'open', 'review', 'conclude'])(
    'the phase "%s" of a run that has moved on is superseded',
    async (phase) => {
      await expect(handler({ phase, plan })).rejects.toMatchObject(superseded);
    },
  );

  test.each(['ask', 'run'])(
    'the phase "%s", which has a token, of a run that has moved on is superseded',
    async (phase) => {
      await expect(handler({ phase, plan, token: 'token' })).rejects.toMatchObject(superseded);
    },
  );

  test('the phase "draft" of a run that has moved on is superseded', async () => {
    await expect(planner({ phase: 'draft', plan })).rejects.toMatchObject(superseded);
  });
});

describe('refused before anything is read:', () => {
  test.each([
    ['a phase that waits, without a token', { phase: 'run', plan }, /token/],
    ['an empty token', { phase: 'ask', plan, token: '' }, /token/],
    ['a token for a phase that does not wait', { phase: 'open', plan, token: 'token' }, /token/],
    ['the phase of the planner', { phase: 'draft', plan }, /phase/],
    ['a generation before the first', { phase: 'begin', plan: { ...plan, generation: 0 } }, /generation/],
    ['a plan without its owner', { phase: 'begin', plan: { ...plan, user_id: undefined } }, /user_id/],
    ['anything beside the ids', { phase: 'begin', plan: { ...plan, content: 'hello' } }, /content/],
  ])('%s is refused before anything is read', async (_what, event, message) => {
    await expect(handler(event)).rejects.toThrow(message);
  });

  test('a phase other than "draft" at the planner is refused before anything is read', async () => {
    await expect(planner({ phase: 'begin', plan })).rejects.toThrow(/phase/);
  });
});
