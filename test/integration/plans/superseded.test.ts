import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Artel, startArtel } from '../../support/artel.ts';

let artel: Artel;
beforeAll(async () => {
  artel = await startArtel();
});
afterAll(() => artel.stop());

const plan = { user_id: 'alice', project_id: 'prj_1', session_id: 'ses_1', run_id: 'run_gone', generation: 1 };

test('an execution whose run is gone asks one function and ends quietly', async () => {
  const { stepFunctions } = artel.cloud;
  const [machine] = stepFunctions.machines;
  const execution = stepFunctions.start(String(machine?.arn), 'run_gone-1', JSON.stringify(plan));
  await execution.ended;
  expect(execution).toMatchObject({ status: 'SUCCEEDED', error: undefined });
  expect(execution.visited).toEqual(['Begin', 'Superseded']);
});

test.each(['draft', 'begin', 'open', 'review', 'conclude'])(
  '"%s" of a run that is gone has its name for that',
  async (phase) => {
    const invoked = artel.cloud.invoke(phase === 'draft' ? 'planner' : 'plans', { phase, plan });
    await expect(invoked).rejects.toMatchObject({ errorType: 'Superseded' });
  },
);
