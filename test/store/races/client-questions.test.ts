import { describe, expect, test } from 'vitest';
import { cancelRun, finishRun, noteQuestion, QuestionNoted } from '../../../shared/bus/index.ts';
import { inWorld } from './in-world.ts';
import type { DirectRun } from './world.ts';

/* Requirements: AP8. */

const here = inWorld();

const stillLive = 'size(#questions) < :most';
const nothingNoted = 'size(#questions) = :none';
const note = (run: DirectRun) =>
  noteQuestion(here.place.project, { run_id: run.run_id }, { text: '{}', clock: here.place.clock });
const completed = {
  state: 'completed',
  answer: 'Done.',
  agentId: 'agent',
  usage: { model: 'm', prompt_tokens: 1, completion_tokens: 1 },
  unremembered: false,
} as const;

describe('a question that a client puts to a run', () => {
  test("a question noted just before the run completes keeps it from completing, and the task is its worker's still", async () => {
    const { place, world } = here;
    const { run, claim } = await place.working(await place.agent());
    const race = await world.race(
      nothingNoted,
      () => finishRun(claim, completed, { clock: place.clock }),
      () => note(run),
    );
    expect(race.result).toMatchObject({ status: 'rejected', reason: expect.any(QuestionNoted) });
    expect(await place.task(run)).toMatchObject({ state: 'running', questions: [{ text: '{}' }] });
  });

  test('a question noted just after the run was completed answers 409', async () => {
    const { place, world } = here;
    const { run, claim } = await place.working(await place.agent());
    const race = await world.race(
      stillLive,
      () => note(run),
      () => finishRun(claim, completed, { clock: place.clock }),
    );
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
  });

  test('a question noted just after the run was cancelled answers 409', async () => {
    const { place, world } = here;
    const { run } = await place.working(await place.agent());
    const race = await world.race(
      stillLive,
      () => note(run),
      () => cancelRun(place.project, run.run_id, place.clock),
    );
    expect(race.result).toMatchObject({ status: 'rejected', reason: { status: 409 } });
  });

  test('a question whose note got no answer is noted once', async () => {
    const { place, world } = here;
    const { run, claim } = await place.working(await place.agent());
    const { approval } = await world.loseReply(stillLive, () => note(run));
    expect((await place.task(run)).questions).toEqual([{ approval, text: '{}' }]);
    const error = { error_code: 'model_timeout', detail: 'It took too long.' };
    await finishRun(claim, { state: 'failed', error }, { clock: place.clock });
  });

  test('a run that fails waits for no question', async () => {
    const { place } = here;
    const { run, claim } = await place.working(await place.agent());
    await note(run);
    const error = { error_code: 'model_timeout', detail: 'It took too long.' };
    expect(await finishRun(claim, { state: 'failed', error }, { clock: place.clock })).toBe(true);
    expect(await place.task(run)).toMatchObject({ state: 'failed' });
  });
});
