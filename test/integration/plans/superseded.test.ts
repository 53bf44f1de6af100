import { expect, test } from 'vitest';
import { inArtel } from '../../support/in-artel.ts';

const here = inArtel();

const plan = { user_id: 'alice', project_id: 'prj_1', session_id: 'ses_1', run_id: 'run_gone', generation: 1 };

test('an execution whose run is gone asks one function and ends quietly', async () => {
  const { stepFunctions } = here.artel.cloud;
  const [machine] = stepFunctions.machines;
  const execution = stepFunctions.start(String(machine?.arn), 'run_gone-1', JSON.stringify(plan));
  await execution.ended;
  expect(execution).toMatchObject({ status: 'SUCCEEDED', error: undefined });
  expect(execution.visited).toEqual(['Begin', 'Superseded']);
});

test.each(['draft', 'begin', 'open', 'review', 'conclude'])(
  '"%s" of a run that is gone fails with the error name for that',
  async (phase) => {
    const invoked = here.artel.cloud.invoke(phase === 'draft' ? 'planner' : 'plans', { phase, plan });
    await expect(invoked).rejects.toMatchObject({ errorType: 'Superseded' });
  },
);
