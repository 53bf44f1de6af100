import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { decide, ended, pendingApproval } from '../../support/approvals.ts';
import { type Artel, type Person, type Run, startArtel } from '../../support/artel.ts';
import { type Operator, operatorOf } from '../../support/operator.ts';
import { planOf, sendPlan, team } from '../../support/plans.ts';
import { Conductor } from './conductor.ts';
import { expectNothingLeft } from './leftovers.ts';
import { PATIENCE } from './patience.ts';

let artel: Artel;
let operator: Operator;
let alice: Person;
let session: string;

vi.setConfig({ testTimeout: PATIENCE });

beforeAll(async () => {
  artel = await startArtel();
  operator = operatorOf(artel.cloud);
});
afterAll(async () => {
  operator.stop();
  await artel.stop();
});
beforeEach(async () => {
  alice = await artel.register('alice');
  ({ session } = await team(alice, ['ann', 'ben']));
});

const runOf = async (id: string): Promise<Run> => (await alice.call<Run>('GET', `/my/runs/${id}`)).body;

const task = (id: string, depends_on: string[] = [], agent = 'ann') => ({
  id,
  description: `Do ${id}`,
  agent,
  depends_on,
});

describe('a task of a plan whose tool call waits for its person', () => {
  test('keeps its place in the plan but not its agent’s slot, and the others go on', async () => {
    await team(alice, ['scribe'], { tools: ['file_write'], concurrency_limit: 1 });
    const conductor = new Conductor(artel);
    conductor.calls.set('Do a', { name: 'file_write', arguments: { path: 'a.txt', content: 'a' } });
    conductor.letAllGo();
    const { body } = await sendPlan(alice, session, [
      task('a', [], 'scribe'),
      task('b', [], 'scribe'),
      task('c', ['b'], 'ben'),
      task('d', ['a', 'c'], 'ben'),
    ]);
    const approval = await pendingApproval(alice, session);
    expect(approval).toMatchObject({ kind: 'tool', risk: 'medium' });
    await conductor.answers('Do c');
    const states = (await planOf(alice, body.run.id)).tasks.map((one) => [one.id, one.state]);
    expect(states).toContainEqual(['a', 'waiting']);
    expect(states).toContainEqual(['b', 'completed']);
    expect(states).toContainEqual(['d', 'blocked']);

    expect((await decide(alice, approval.id, { decision: 'approve' })).status).toBe(200);
    await ended(alice, session);
    expect(await runOf(body.run.id)).toMatchObject({ state: 'completed' });
    expect(conductor.parts.map((part) => part.task)).toEqual(['Do b', 'Do c', 'Do a', 'Do d']);
    await expectNothingLeft(operator, alice);
  });
});
