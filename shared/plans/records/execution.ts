import { findRun, type Run } from '../../bus/index.ts';
import { projectKeys, type Write } from '../../store/index.ts';
import { type PlanExecution, runGoesOn, runGoesOnValues, Superseded } from './items.ts';

/** A plan's run as this execution may work on it. */
export type ActiveRun = Run & { generation: number; round: number };

/** The run, if it still goes on with this execution. */
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

/** Something moved between a read and a write: the state machine tries this phase again. */
export class StaleRead extends Error {
  override readonly name = 'Moved';
}
