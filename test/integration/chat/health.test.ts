import { describe, expect, test } from 'vitest';
import { startArtel } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';
import { until } from '../../support/until.ts';

/* Requirements: AG2. */

const here = inArtel(startArtel);

type Stats = {
  tasks: number;
  failed: number;
  success_rate: number;
  duration_ms: { mean: number; p95: number };
  health: { failures_in_a_row: number; error_code: string | null };
};

const statusOf = async (agent: string) =>
  (await here.alice.call<{ status: string }>('GET', `/my/agents/${agent}`)).body.status;
const statsOf = async (agent: string) => (await here.alice.call<Stats>('GET', `/my/agents/${agent}/stats`)).body;

/** The check is a message to a worker: the status is read until it has been there. */
const untilStatus = (agent: string, wanted: string): Promise<void> =>
  until(async () => (await statusOf(agent)) === wanted);

describe('an agent whose model refuses it', () => {
  test('an agent is in error after three model failures in a row, is checked, and recovers by itself', async () => {
    const { session } = await here.alice.chat('patient', { model: 'no-such-model' });
    here.artel.model.always({ status: 404 });
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await here.alice.ask(session, 'Hello?', { target_agent: 'patient' })).run.state).toBe('failed');
    }
    expect(await statusOf('patient')).toBe('error');
    expect((await statsOf('patient')).health).toMatchObject({
      failures_in_a_row: 3,
      error_code: 'model_unknown_model',
    });

    const asked = here.artel.model.requests.length;
    await here.operator.timePasses();
    await here.artel.cloud.sweep();
    await here.artel.model.waitFor(asked + 1);
    expect(await statusOf('patient')).toBe('error');

    here.artel.model.always({ text: 'ready' });
    await here.operator.timePasses();
    await here.artel.cloud.sweep();
    await untilStatus('patient', 'ready');
    expect((await statsOf('patient')).health).toMatchObject({ failures_in_a_row: 0, error_code: null });
  });
});

describe('the figures of an agent', () => {
  test('an agent’s figures count what it did, how well and how fast', async () => {
    const { session } = await here.alice.chat('worker');
    here.artel.model.always({ text: 'Fine.' });
    await here.alice.ask(session, 'One', { target_agent: 'worker' });
    await here.alice.ask(session, 'Two', { target_agent: 'worker' });
    here.artel.model.script({ status: 401 });
    await here.alice.ask(session, 'Three', { target_agent: 'worker' });
    const stats = await statsOf('worker');
    expect(stats).toMatchObject({ tasks: 3, failed: 1, success_rate: 2 / 3 });
    expect(stats.duration_ms.mean).toBeGreaterThan(0);
    expect(stats.duration_ms.p95).toBeGreaterThanOrEqual(stats.duration_ms.mean / 2);
  });
});
