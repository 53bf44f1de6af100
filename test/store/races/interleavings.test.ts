import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askPerson, decide, redriveApproval } from '../../../shared/approvals/index.ts';
import {
  cancelRun,
  claimTask,
  finishRun,
  parkForRetry,
  redriveTask,
  workMessageSchema,
} from '../../../shared/bus/index.ts';
import { MINUTE } from '../../../shared/core/clock.ts';
import { ArtelError } from '../../../shared/core/errors.ts';
import { chanceOf } from '../../support/chance.ts';
import { audit } from './audit.ts';
import { completed, type DirectRun, Place, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const ORIGIN = { requestId: 'request', sourceIp: '203.0.113.7', userAgent: 'test' };

type Act =
  | { does: 'say'; session: number; agent: number; how: 'enqueue' | 'reject' | 'interrupt' }
  | { does: 'cancel' | 'decide'; which: number }
  | { does: 'work'; which: number; end: 'finish' | 'ask a person' | 'retry' };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('say' as const),
      session: fc.nat(2),
      agent: fc.nat(1),
      how: fc.constantFrom('enqueue' as const, 'enqueue' as const, 'interrupt' as const, 'reject' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom('cancel' as const, 'decide' as const), which: fc.nat(9) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('work' as const),
      which: fc.nat(3),
      end: fc.constantFrom('finish' as const, 'finish' as const, 'ask a person' as const, 'retry' as const),
    }),
  },
);

/** A project in which things happen; whatever is refused with 404, 409 or 429 is part of it. */
class Scene extends Place {
  readonly runs: DirectRun[] = [];

  async do(one: Act): Promise<void> {
    try {
      await this.#do(one);
    } catch (error) {
      if (!(error instanceof ArtelError && [404, 409, 429].includes(error.status))) throw error;
    }
  }

  async #do(one: Act): Promise<void> {
    if (one.does === 'say') {
      const [session, agent] = [this.sessions[one.session], this.agents[one.agent]] as [string, string];
      this.runs.push((await this.say(session, agent, { onConflict: one.how })).run);
      return;
    }
    if (one.does === 'work') return this.#work(one.which, one.end);
    const run = this.runs.at(one.which % Math.max(1, this.runs.length));
    if (!run) return;
    if (one.does === 'cancel') await cancelRun(this.project, run.run_id, this.clock);
    else {
      const { approval } = await this.task(run);
      if (approval)
        await decide(this.project, approval, { verdict: { decision: 'approve' }, origin: ORIGIN, clock: this.clock });
    }
  }

  /** Takes one of the newest messages; old ones find that there is nothing to do. */
  async #work(which: number, end: Extract<Act, { does: 'work' }>['end']): Promise<void> {
    const mine = world.queues.sent.filter(({ body }) => body.project_id === this.project.projectId && 'wake' in body);
    const message = mine.filter(({ queue }) => queue === 'agents').at(-1 - which);
    const claim = message && (await claimTask(workMessageSchema.parse(message.body), this.clock));
    if (!claim) return;
    if (end === 'finish') await finishRun(claim, completed, { clock: this.clock });
    else if (end === 'retry') await parkForRetry(claim, { error_code: 'model' }, { clock: this.clock });
    else await askPerson(claim, { about: 'question', risk: 'low', payload: {} }, { clock: this.clock });
  }

  /** Workers and the sweeper alone, with hours to spare: everything that lives comes to its end. */
  async settles(): Promise<void> {
    for (let round = 0; round < 200; round += 1) {
      this.now += 11 * MINUTE;
      const states = await this.states(...this.runs);
      const live = this.runs.filter((_, place) => states[place] === 'running');
      if (live.length === 0) return;
      for (const run of live) {
        const task = await this.task(run);
        if (task.approval) await redriveApproval(this.project, task.approval, this.clock);
        else if (task.state === 'dispatched') await finishRun(await this.claim(run), completed, { clock: this.clock });
        else await redriveTask(this.project, { run: run.run_id, id: run.task_id }, this.clock);
      }
    }
    throw new Error('Something lives on for ever.');
  }
}

test('in any interleaving of people and workers counters are exact, each run ends once, and events count from one', async () => {
  const rounds = fc.array(fc.array(act, { minLength: 2, maxLength: 5 }), { minLength: 3, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(rounds, fc.nat(), fc.integer({ min: 1, max: 2 }), async (all, seed, slots) => {
      const chance = chanceOf(seed);
      world.delay = () => chance.integer(0, 8);
      const scene = new Scene();
      for (const limit of [slots, 3 - slots]) await scene.agent(limit, 6);
      for (let one = 0; one < 3; one += 1) await scene.session();
      for (const round of all) {
        await Promise.all(round.map((one) => scene.do(one)));
        expect(await audit(scene)).toEqual([]);
      }
      world.delay = () => 0;
      await scene.settles();
      expect(await audit(scene)).toEqual([]);
      expect(new Set(await scene.states(...scene.runs))).not.toContain('queued');
      for (const agent of scene.agents) expect(await scene.lane(agent)).toEqual([0, 0, 0]);
    }),
    { numRuns: 10 },
  );
});
