import type { Execution } from '../../../infra/local/services/step-functions/execution.ts';
import { type Ids, itemsOf } from './converge.ts';
import type { World } from './world.ts';

/** The executions of a plan, the oldest generation first. */
export const executionsOf = ({ artel }: World, { run }: Ids): Execution[] =>
  artel.cloud.stepFunctions.executions().filter(({ name }) => name.startsWith(`${run}-`));

/** As if the watchdog had taken the execution for dead: the run belongs to a later one, which is due to start. */
export const nextGeneration = async (world: World, ids: Ids): Promise<void> => {
  const found = (await itemsOf(world, ids)).find(({ kind }) => kind === 'run');
  if (!found) throw new Error(`There is no run ${ids.run}.`);
  await world.operator.put({ ...found, generation: Number(found.generation) + 1 });
};

/** Under which executions wait for a round. */
export const tokensOf = async (world: World, ids: Ids, round: number): Promise<string[]> => {
  const found = (await itemsOf(world, ids)).find((item) => item.kind === 'round' && item.round === round);
  return [...((found?.tokens as Set<string> | undefined) ?? [])];
};
