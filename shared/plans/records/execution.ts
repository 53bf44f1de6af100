import { findRun, type Run } from '../../bus/index.ts';
import { projectKeys, type Write } from '../../store/index.ts';
import { type PlanExecution, runGoesOn, runGoesOnValues, Superseded } from './items.ts';

/** A plan's run as this execution may work on it. */
export type ActiveRun = Run & { generation: number; round: number };

/** The run, if this execution is still its current one; throws `Superseded` otherwise. */
export const activeRun = async ({ project, run, generation }: PlanExecution): Promise<ActiveRun> => {
  const found = await findRun(project, run);
  if (found?.state !== 'running' || found.mode !== 'orchestrated' || found.generation !== generation) {
    throw new Superseded();
  }
  return { ...found, generation, round: found.round ?? 0 };
};

/** The condition as a member of a transaction that changes other items. */
export const checkRunGoesOn = ({ project }: PlanExecution, run: ActiveRun): Write => ({
  check: projectKeys.run(project, run.run_id),
  when: runGoesOn,
  values: runGoesOnValues(run),
});

/** An item changed between a read and a conditional write: the state machine repeats the phase. */
export class StaleRead extends Error {
  override readonly name = 'Moved';
}
