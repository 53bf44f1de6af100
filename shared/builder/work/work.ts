import { agentId, findVersion, type StoredAgent } from '../../agents/index.ts';
import {
  type Claim,
  finishRun,
  idsOf,
  keepLease,
  QuestionNoted,
  type RunEnding,
  readJournal,
  YIELD_BEFORE,
} from '../../bus/index.ts';
import { systemClock } from '../../core/clock.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { readProgress } from '../progress.ts';
import { runBuild } from '../stages/build.ts';
import type { BuildEnd, Order } from '../stages/work.ts';
import { checkBounds } from '../steps/bounds.ts';
import { openSteps } from '../steps/open.ts';
import { StepRecord } from '../steps/record.ts';
import type { Team } from '../steps/team.ts';
import { answering } from './answering.ts';
import { recordDecision } from './decision.ts';
import { orderOf } from './order.ts';
import { answerOf, reportOf } from './report.ts';
import { failBuild, gaveUp, settleBuild, TimeIsShort } from './settle.ts';
import { answerNext } from './talk.ts';

const DIED = { error_code: 'worker_died', detail: 'The build’s worker died repeatedly.' };
const GONE = { error_code: 'agent_unavailable', detail: 'The agent was deleted before the build was done.' };

/** `remaining` returns how many milliseconds the function still has. */
export type BuildWorker = { remaining(): number; sandbox: Sandbox };

/** Works on a claimed task of a build: goes on after its last recorded step, and ends it, parks it or hands it over. */
export const workOnBuild = async (claim: Claim, worker: BuildWorker): Promise<void> => {
  const { project, task } = claim;
  if (claim.poisoned) return failBuild(claim, { error: DIED });
  const agent = await findVersion(project, task.agent_key, task.agent_version);
  if (!agent) return failBuild(claim, { error: GONE });
  const journal = task.step > 1 ? await readJournal(project, task) : [];
  const record = new StepRecord(claim, journal, readProgress(task.progress));
  const lease = keepLease(claim);
  const short = new AbortController();
  const alarm = setTimeout(() => short.abort(new TimeIsShort()), Math.max(0, worker.remaining() - YIELD_BEFORE));
  const signals = [lease.signal, short.signal];
  try {
    await goOn(claim, { agent, record, sandbox: worker.sandbox, signal: AbortSignal.any(signals) });
  } catch (error) {
    await record.halt();
    await record.keepSpent();
    await settleBuild(claim, { error, record, signals });
  } finally {
    clearTimeout(alarm);
    lease.stop();
  }
};

type Going = { agent: StoredAgent; record: StepRecord; sandbox: Sandbox; signal: AbortSignal };

const goOn = async (claim: Claim, going: Going): Promise<void> => {
  const { record, agent } = going;
  const order = await orderOf(claim);
  const team = teamOf(claim, order, going);
  await recordDecision(claim, record);
  if (claim.task.step === 1) await begin(claim, record, agent);
  // What was said while the build waited is known to whoever comes next.
  const saidMeanwhile = claim.task.questions ?? [];
  for (const _ of saidMeanwhile) await answerNext(team, record, { isAwaited: true });
  const talking = answering(team, record);
  try {
    const end = await runBuild(openSteps(team, record), order);
    await talking.stop();
    do while (await answerNext(team, record, { isAwaited: true }));
    while (!(await ended(claim, endingOf(team, record, end), record)));
  } finally {
    await talking.stop();
  }
};

const teamOf = ({ project, task }: Claim, { settings }: Order, { agent, record, sandbox, signal }: Going): Team => {
  const begun = systemClock.now();
  const before = record.progress.worked;
  return {
    project,
    task,
    agent,
    sandbox,
    signal,
    talks: () => record.progress.talks,
    spend: (usage) => record.spend(usage),
    checkBounds: (more) => {
      const elapsed = systemClock.now() - begun - (record.progress.worked - before);
      checkBounds(settings.limits, record.progress, { more, elapsed: Math.max(0, elapsed) });
    },
  };
};

const NOTHING_USED = { model: 'none', prompt_tokens: 0, completion_tokens: 0 };

const endingOf = ({ project, agent }: Team, record: StepRecord, end: BuildEnd): RunEnding => {
  const { progress } = record;
  if (end.state === 'given_up') return gaveUp(record, reportOf(end.failure, progress));
  return {
    state: 'completed',
    answer: answerOf(end.summary, progress),
    agentId: agentId(project, agent),
    usage: progress.usage ?? NOTHING_USED,
    unremembered: false,
  };
};

/** `false`: the person said something meanwhile, which is answered first. */
const ended = async (claim: Claim, ending: RunEnding, record: StepRecord): Promise<boolean> => {
  try {
    await finishRun(claim, ending, { expectedEnd: record.end });
    return true;
  } catch (error) {
    if (error instanceof QuestionNoted) return false;
    throw error;
  }
};

const begin = (claim: Claim, record: StepRecord, agent: StoredAgent): Promise<null> =>
  record.once('begin', async () => ({
    result: null,
    events: [
      {
        event_type: 'task_started',
        payload: { ...idsOf(claim.task), agent_id: agentId(claim.project, agent), attempt: claim.task.epoch },
      },
    ],
  }));
