import {
  type Claim,
  finishRun,
  MAX_YIELDS,
  parkForRetry,
  type RunEnding,
  type RunError,
  yieldTask,
} from '../../bus/index.ts';
import { Forbidden } from '../../core/errors.ts';
import { LeaseLost } from '../../events/index.ts';
import { log } from '../../observability/log.ts';
import { BoundReached, PersonAsked } from '../steps/errors.ts';
import type { StepRecord } from '../steps/record.ts';
import { parkAt } from './decision.ts';
import { workFailureOf } from './failure.ts';
import { reportOf } from './report.ts';

/** Aborts with this in a worker whose function has little time left. */
export class TimeIsShort extends Error {
  override readonly name = 'TimeIsShort';
}

const TOO_LONG = { error_code: 'build_step_too_long', detail: 'One step of the build takes too long.' };

type Settling = { error: unknown; record: StepRecord; signals: AbortSignal[] };

/** The task waits for its person, goes to a successor, waits for a retry, or ends. */
export const settleBuild = async (claim: Claim, { error, record, signals }: Settling): Promise<void> => {
  const aborted = signals.find(({ aborted }) => aborted)?.reason as unknown;
  if (error instanceof LeaseLost || aborted instanceof LeaseLost) return;
  if (error instanceof PersonAsked) {
    await parkAt(claim, error, { expectedEnd: record.end });
    return;
  }
  if (aborted instanceof TimeIsShort) {
    if (claim.task.yields < MAX_YIELDS) await yieldTask(claim);
    else await failBuild(claim, { error: TOO_LONG, record });
    return;
  }
  if (error instanceof BoundReached) {
    const next = 'Look at what is there, and continue the build with higher limits or a smaller wish.';
    const detail = reportOf({ reason: error.message, next }, record.progress);
    await finishRun(claim, gaveUp(record, detail), { expectedEnd: record.end });
    return;
  }
  log.warn('build failed', { error: error as Error });
  // Whatever was broken off by it, a locked account is the reason.
  const failure = workFailureOf(aborted instanceof Forbidden ? aborted : error, claim.task);
  if (failure.retry) await parkForRetry(claim, failure, { expectedEnd: record.end });
  else await failBuild(claim, { ...failure, record });
};

/** The end of a build that made not what was asked for. */
export const gaveUp = ({ progress: { usage } }: StepRecord, detail: string): RunEnding => ({
  state: 'failed',
  error: { error_code: 'build_gave_up', detail },
  ...(usage && { usage }),
});

type Failing = { error: RunError; record?: StepRecord; agentAtFault?: boolean };

export const failBuild = async (claim: Claim, { error, record, agentAtFault = false }: Failing): Promise<void> => {
  const usage = record?.progress.usage;
  await finishRun(
    claim,
    { state: 'failed', error, agentAtFault, ...(usage && { usage }) },
    { expectedEnd: record?.end },
  );
};
