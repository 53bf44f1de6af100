import { afterEach, describe, expect, test } from 'vitest';
import type { Execution } from '../../../../infra/local/services/step-functions/execution.ts';
import { StateFailure } from '../../../../infra/local/services/step-functions/failure.ts';
import { StepFunctions } from '../../../../infra/local/services/step-functions/step-functions.ts';
import { assemble } from '../../../../infra/local/template/assembly.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../../shared/core/clock.ts';
import { apps } from './templates.ts';

const { resources } = assemble(apps.prod.templates);
const input = { user_id: 'alice', project_id: 'prj_1', session_id: 'ses_1', run_id: 'run_1', generation: 1 };

type Phase = 'begin' | 'draft' | 'ask' | 'open' | 'run' | 'review' | 'conclude';
/** What a phase does each time it is called: answers a stage, or has its token answered, or neither, or fails. */
type Answer = { stage: string } | 'signalled' | 'silent' | StateFailure;
type Payload = { phase: Phase; plan: unknown; token?: string };

const to = (stage: string): Answer => ({ stage });
const superseded = new StateFailure('Superseded', '{}');
const throttled = new StateFailure('Lambda.TooManyRequestsException', '');
const broken = new StateFailure('Error', '{}');

let machines: StepFunctions;
afterEach(() => machines.stop());

/** Starts the machine of the template on functions that go by a script; the last answer of a phase is its answer for ever. */
function start(script: Partial<Record<Phase, Answer[]>>) {
  const calls: Payload[] = [];
  const silence = Promise.withResolvers<void>();
  machines = new StepFunctions({
    resources,
    // No time between attempts.
    random: () => 0,
    log: () => undefined,
    call: async (_machine, _function, sent) => {
      const payload = sent as Payload;
      calls.push(payload);
      const answers = script[payload.phase] ?? [];
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer === undefined) throw new Error(`${payload.phase} was not to be called`);
      if (answer instanceof StateFailure) throw answer;
      if (answer === 'signalled') machines.tokens.take(String(payload.token)).succeed({});
      if (answer !== 'silent') return answer;
      silence.resolve();
      return payload.token ? null : new Promise(() => undefined);
    },
  });
  const [machine] = machines.machines;
  const execution = machines.start(String(machine?.arn), 'run_1-1', JSON.stringify(input));
  return {
    execution,
    calls,
    silence: silence.promise,
    count: (phase: Phase) => calls.filter((one) => one.phase === phase).length,
  };
}

const ended = async (execution: Execution): Promise<Execution> => {
  await execution.ended;
  return execution;
};

/** Nobody is asked, and nothing goes wrong. */
const smooth = (): Record<Exclude<Phase, 'ask'>, Answer[]> => ({
  begin: [to('draft')],
  draft: [to('open')],
  open: [to('run')],
  run: ['signalled'],
  review: [to('conclude')],
  conclude: [to('done')],
});

describe('a plan', () => {
  test('a plan that needs no approval takes ten transitions', async () => {
    const { execution, calls } = start(smooth());
    expect(await ended(execution)).toMatchObject({ status: 'SUCCEEDED', transitions: 10 });
    expect(execution.visited.join(' ')).toBe('Begin Stage Draft Stage Open Run Review Stage Conclude Done');
    for (const { plan } of calls) expect(plan).toEqual(input);
  });

  test('a plan of one task is over with its draft', async () => {
    const { execution } = start({ ...smooth(), draft: [to('done')] });
    await execution.ended;
    expect(execution.visited.join(' ')).toBe('Begin Stage Draft Stage Done');
  });

  test('a plan continues from its current stage when its person has decided', async () => {
    const { execution } = start({
      ...smooth(),
      begin: [to('draft'), to('open')],
      draft: [to('ask')],
      ask: ['signalled'],
    });
    await execution.ended;
    expect(execution.visited.join(' ')).toBe(
      'Begin Stage Draft Stage Ask Begin Stage Open Run Review Stage Conclude Done',
    );
  });

  test('a plan is drafted again after a review that wants it, and in a new generation goes to its current stage', async () => {
    const { execution } = start({ ...smooth(), begin: [to('run')], review: [to('draft'), to('conclude')] });
    await execution.ended;
    expect(execution.visited.join(' ')).toBe(
      'Begin Stage Run Review Stage Draft Stage Open Run Review Stage Conclude Done',
    );
  });

  test('a plan at a stage the machine does not have fails, and says so', async () => {
    const { execution } = start({ begin: [to('elsewhere')] });
    expect(await ended(execution)).toMatchObject({ status: 'FAILED', error: 'UnknownStage' });
  });
});

describe('an execution without which the run goes on ends quietly', () => {
  test.each(['begin', 'draft', 'ask', 'open', 'run', 'review', 'conclude'] as const)(
    'a superseded execution ends quietly at "%s"',
    async (phase) => {
      const before = phase === 'ask' ? { draft: [to('ask')] } : {};
      const { execution, count } = start({ ...smooth(), ...before, [phase]: [superseded] });
      expect(await ended(execution)).toMatchObject({ status: 'SUCCEEDED' });
      expect(execution.visited.at(-1)).toBe('Superseded');
      expect(count(phase)).toBe(1);
    },
  );

  test('a superseded execution ends quietly while it waits, by an answer to its token', async () => {
    const { execution, calls, silence } = start({ ...smooth(), run: ['silent'] });
    await silence;
    machines.tokens.take(String(calls.at(-1)?.token)).fail('Superseded', 'cancelled');
    expect(await ended(execution)).toMatchObject({ status: 'SUCCEEDED' });
    expect(execution.visited.slice(-2)).toEqual(['Run', 'Superseded']);
  });
});

describe('a signal that never comes', () => {
  test.each([
    ['ask', 6 * MINUTE],
    ['run', HOUR],
  ] as const)(
    'a signal that never comes leaves "%s" for the beginning, which waits with a token of its own',
    async (phase, limit) => {
      const { execution, calls, silence, count } = start({
        ...smooth(),
        begin: [to(phase), to(phase), to('done')],
        [phase]: ['silent', 'signalled'],
        review: [to('done')],
      });
      await silence;
      await machines.timePasses(limit - SECOND);
      expect(count(phase)).toBe(1);
      await machines.timePasses(SECOND);
      expect(await ended(execution)).toMatchObject({ status: 'SUCCEEDED' });
      const tokens = calls.filter((one) => one.phase === phase).map(({ token }) => token);
      expect(new Set(tokens).size).toBe(2);
    },
  );

  test('a signal that never comes ends the execution after a day, for the next generation', async () => {
    const { execution, silence, count } = start({ begin: [to('run')], run: ['silent'] });
    await silence;
    await machines.timePasses(DAY);
    expect(await ended(execution)).toMatchObject({ status: 'TIMED_OUT' });
    expect(count('run')).toBe(24);
  });
});

describe('a phase', () => {
  const times = (count: number, failure: StateFailure, then: Answer): Answer[] => [
    ...Array.from({ length: count }, () => failure),
    then,
  ];

  test('a phase is called again when no function was free, up to six times', async () => {
    const patient = start({ ...smooth(), open: times(6, throttled, to('run')) });
    expect(await ended(patient.execution)).toMatchObject({ status: 'SUCCEEDED' });
    const { execution, count } = start({ ...smooth(), open: times(7, throttled, to('run')) });
    expect(await ended(execution)).toMatchObject({ status: 'FAILED', error: throttled.error });
    expect(count('open')).toBe(7);
  });

  test.each(['draft', 'run'] as const)('a phase that fails ("%s") is called again three times', async (phase) => {
    const [then] = smooth()[phase] as [Answer];
    const patient = start({ ...smooth(), [phase]: times(3, broken, then) });
    expect(await ended(patient.execution)).toMatchObject({ status: 'SUCCEEDED' });
    const { execution, count } = start({ ...smooth(), [phase]: times(4, broken, then) });
    expect(await ended(execution)).toMatchObject({ status: 'FAILED', error: 'Error' });
    expect(count(phase)).toBe(4);
  });

  test('a phase whose call is lost is called again', async () => {
    const { execution, silence, count } = start({ ...smooth(), open: ['silent', to('run')] });
    await silence;
    await machines.timePasses(90 * SECOND);
    expect(await ended(execution)).toMatchObject({ status: 'SUCCEEDED' });
    expect(count('open')).toBe(2);
  });
});
