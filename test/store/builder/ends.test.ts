import { describe, expect, test, vi } from 'vitest';
import { sayToTeam } from '../../../shared/builder/index.ts';
import { cancelRun, findRun, redriveTask } from '../../../shared/bus/index.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import type { ProjectScope } from '../../../shared/core/scope.ts';
import * as gateway from '../../../shared/gateway/index.ts';
import { listMessages } from '../../../shared/sessions/index.ts';
import { begin, buildAsItIs, inBuilds, newProject, workOnce } from '../../support/builder/in-builds.ts';
import { chatAs, competentTeam, type TeamScript } from '../../support/builder/scripted-team.ts';

/* Requirements: BT1, BT3. */

vi.mock(import('../../../shared/gateway/index.ts'), async (original) => ({ ...(await original()), chat: vi.fn() }));

inBuilds();

const PARTS = [{ id: 'one', path: 'src/one.js', content: 'export const one = 1;\n' }];
const TWO = [...PARTS, { id: 'two', depends_on: ['one'], path: 'src/two.js', content: 'export const two = 2;\n' }];
const team = competentTeam(PARTS);

const plays = (script: TeamScript): void => {
  vi.mocked(gateway.chat).mockImplementation(chatAs(script));
};

/** The next worker, once the time of a retry has come. */
const workAgain = async (project: ProjectScope, id: string, now: number): Promise<void> => {
  const run = await findRun(project, id);
  await redriveTask(project, { run: id, id: run?.task_id ?? '' }, { now: () => now });
  await workOnce(project, id, { now });
};

describe('a task that was being worked on when its build ended', () => {
  const statesOf = async (project: ProjectScope, id: string): Promise<string[]> =>
    (await buildAsItIs(project, id)).tasks.map(({ state }) => state);

  test('failed with a build that failed; what was never begun is open', async () => {
    const project = newProject();
    const { id } = await begin(project);
    plays((asked) => {
      if (asked.role === 'developer') throw new gateway.ModelError('refused');
      return competentTeam(TWO)(asked);
    });
    await workOnce(project, id);
    expect(await buildAsItIs(project, id)).toMatchObject({ state: 'failed' });
    expect(await statesOf(project, id)).toEqual(['failed', 'open']);
  });

  test('was cancelled with a build that was cancelled', async () => {
    const project = newProject();
    const { id } = await begin(project);
    let before: string[] = [];
    plays(async (asked) => {
      if (asked.role === 'developer') {
        before = await statesOf(project, id);
        await cancelRun(project, id);
      }
      return competentTeam(TWO)(asked);
    });
    await workOnce(project, id);
    expect(before).toEqual(['working', 'open']);
    expect(await statesOf(project, id)).toEqual(['cancelled', 'open']);
  });
});

describe('what a person says when all is built', () => {
  /** The last of the team is asked for something, and the person for an answer that no model gives. */
  const unanswered = async (reason: gateway.ModelErrorReason): Promise<{ project: ProjectScope; id: string }> => {
    const project = newProject();
    const { id } = await begin(project);
    plays(async (asked) => {
      if (asked.input.includes('The person says:')) throw new gateway.ModelError(reason);
      if (asked.role === 'technical_writer')
        await sayToTeam(project, id, { role: 'architect', content: 'Why so few files?' });
      return team(asked);
    });
    await workOnce(project, id);
    return { project, id };
  };

  const saidIn = async (project: ProjectScope, id: string): Promise<string[]> => {
    const { session_id } = await buildAsItIs(project, id);
    return (await listMessages(project, session_id, { limit: 20 })).items.map(({ content }) => content);
  };

  test('does not fail the build where no model answers it, and is answered with the reason', async () => {
    const { project, id } = await unanswered('refused');
    expect(await buildAsItIs(project, id)).toMatchObject({ state: 'completed', stage: 'done', error: null });
    expect((await saidIn(project, id)).slice(-2)).toEqual([
      'Why so few files?',
      'I cannot answer that. The model provider refused the request. Check the model and the settings of the agent.',
    ]);
  });

  test('is tried again where it may pass, and then the build ends well all the same', async () => {
    const { project, id } = await unanswered('rate_limited');
    for (let count = 1; (await buildAsItIs(project, id)).state === 'waiting'; count += 1)
      await workAgain(project, id, Date.now() + count * 30 * MINUTE);
    const asks = vi
      .mocked(gateway.chat)
      .mock.calls.filter(([{ messages }]) => JSON.stringify(messages).includes('The person says:'));
    expect(asks.length).toBeGreaterThan(1);
    expect(await buildAsItIs(project, id)).toMatchObject({ state: 'completed', error: null });
    expect((await saidIn(project, id)).at(-1)).toContain('I cannot answer that.');
  });
});

describe('what a role had answered before a later call of its step failed', () => {
  /** What each answer of the scripted team uses. */
  const used = (answers: number) => ({ prompt_tokens: 100 * answers, completion_tokens: 50 * answers });

  const failing = async (reason: gateway.ModelErrorReason) => {
    let isFailing = true;
    plays((asked) => {
      if (asked.role !== 'architect' || !isFailing) return team(asked);
      if (!asked.input.includes('does not have the form')) return 'Well …';
      isFailing = false;
      throw new gateway.ModelError(reason);
    });
    const project = newProject();
    const { id } = await begin(project);
    await workOnce(project, id);
    return { project, id };
  };

  test('counts in a build that failed by it', async () => {
    const { project, id } = await failing('refused');
    // The specification and the answer without its form.
    expect(await buildAsItIs(project, id)).toMatchObject({ state: 'failed', usage: used(2) });
  });

  test('counts in a build that goes on after it', async () => {
    const { project, id } = await failing('rate_limited');
    expect(await buildAsItIs(project, id)).toMatchObject({ state: 'waiting', usage: used(2) });
    vi.mocked(gateway.chat).mockClear();
    await workAgain(project, id, Date.now() + 30 * MINUTE);
    const further = vi.mocked(gateway.chat).mock.calls.length;
    expect(await buildAsItIs(project, id)).toMatchObject({ state: 'completed', usage: used(2 + further) });
  });
});
