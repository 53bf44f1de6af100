import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Artel, type Person, startArtel } from '../../support/artel.ts';
import { type Operator, operatorOf } from '../../support/operator.ts';

let artel: Artel;
let alice: Person;
let operator: Operator;

beforeAll(async () => {
  artel = await startArtel();
  operator = operatorOf(artel.cloud);
  alice = await artel.register('alice');
});
afterAll(async () => {
  operator.stop();
  await artel.stop();
});

type Stats = {
  tasks: number;
  failed: number;
  success_rate: number;
  duration_ms: { mean: number; p95: number };
  health: { failures_in_a_row: number; error_code: string | null };
};

const statusOf = async (agent: string) =>
  (await alice.call<{ status: string }>('GET', `/my/agents/${agent}`)).body.status;
const statsOf = async (agent: string) => (await alice.call<Stats>('GET', `/my/agents/${agent}/stats`)).body;

/** The check is a message to a worker: the status is read until it has been there. */
const untilStatus = async (agent: string, wanted: string): Promise<string> => {
  let status = await statusOf(agent);
  for (let look = 0; look < 300 && status !== wanted; look += 1) status = await statusOf(agent);
  return status;
};

describe('an agent whose model refuses it', () => {
  test('is in error after three failures in a row, is checked, and recovers by itself', async () => {
    const { session } = await alice.chat('patient', { model: 'no-such-model' });
    artel.model.always({ status: 404 });
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await alice.ask(session, 'Hello?', { target_agent: 'patient' })).run.state).toBe('failed');
    }
    expect(await statusOf('patient')).toBe('error');
    expect((await statsOf('patient')).health).toMatchObject({
      failures_in_a_row: 3,
      error_code: 'model_unknown_model',
    });

    const asked = artel.model.requests.length;
    await operator.timePasses();
    await artel.cloud.sweep();
    await artel.model.waitFor(asked + 1);
    expect(await statusOf('patient')).toBe('error');

    artel.model.always({ text: 'ready' });
    await operator.timePasses();
    await artel.cloud.sweep();
    expect(await untilStatus('patient', 'ready')).toBe('ready');
    expect((await statsOf('patient')).health).toMatchObject({ failures_in_a_row: 0, error_code: null });
  });
});

describe('the figures of an agent', () => {
  test('count what it did, how well and how fast', async () => {
    const { session } = await alice.chat('worker');
    artel.model.always({ text: 'Fine.' });
    await alice.ask(session, 'One', { target_agent: 'worker' });
    await alice.ask(session, 'Two', { target_agent: 'worker' });
    artel.model.script({ status: 401 });
    await alice.ask(session, 'Three', { target_agent: 'worker' });
    const stats = await statsOf('worker');
    expect(stats).toMatchObject({ tasks: 3, failed: 1, success_rate: 2 / 3 });
    expect(stats.duration_ms.mean).toBeGreaterThan(0);
    expect(stats.duration_ms.p95).toBeGreaterThanOrEqual(stats.duration_ms.mean / 2);
  });
});
