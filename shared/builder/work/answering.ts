import { SECOND } from '../../core/clock.ts';
import { log } from '../../observability/log.ts';
import { Halted } from '../steps/errors.ts';
import type { StepRecord } from '../steps/record.ts';
import type { Team } from '../steps/team.ts';
import { answerNext } from './talk.ts';

/** How often the worker looks whether the person has said something. */
const LOOK_EVERY = 2 * SECOND;

/** After so many failures in a row it is left until the build ends: a model is paid also for answers that are none. */
const MAX_FAILURES = 3;

/** Answers the person beside the work. What fails here is tried again when the build ends. */
export const answering = (
  team: Team,
  record: StepRecord,
  answer: (team: Team, record: StepRecord) => Promise<boolean> = answerNext,
): { stop(): Promise<void> } => {
  let busy: Promise<void> | undefined;
  let failures = 0;
  const look = async (): Promise<void> => {
    try {
      await answer(team, record);
      failures = 0;
    } catch (error) {
      failures += 1;
      if (!(error instanceof Halted)) log.info('message to the team not answered yet', { error: error as Error });
    }
    busy = undefined;
  };
  const timer = setInterval(() => {
    if (!team.signal.aborted && failures < MAX_FAILURES) busy ??= look();
  }, LOOK_EVERY);
  return {
    stop: async () => {
      clearInterval(timer);
      await busy;
    },
  };
};
