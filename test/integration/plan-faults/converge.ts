import type { TableItem } from '../../support/operator.ts';
import type { World } from './world.ts';

/** More than a plan needs that loses a worker, an execution and every message. */
const MOST_MINUTES = 25;
/** Due for reasons of their own: what a user's budget holds back, a session that is to go. */
const NO_PART_OF_IT = new Set(['reservation', 'session']);
const FINAL = ['completed', 'partial', 'failed', 'cancelled'];

export type Ids = { session: string; run: string };

/**
 * As if a minute had gone by: leases are over, what was to be sent again is due, whatever state wanted to try again does,
 * and the sweeper has looked.
 */
export const minutePasses = async ({ artel: { cloud }, operator }: World): Promise<void> => {
  await operator.timePasses();
  await cloud.stepFunctions.timePasses(5_000);
  await cloud.sweep();
};

export const itemsOf = (world: World): Promise<TableItem[]> => world.operator.itemsOf(`USER#${world.alice.id}`);

/** What is still to be done for a run: nothing, in the end. */
export const unsettled = async (world: World, { run }: Ids): Promise<string[]> => {
  const items = await itemsOf(world);
  const state = items.find(({ kind, run_id }) => kind === 'run' && run_id === run)?.state;
  const due = items.filter((item) => item.due_at !== undefined && !NO_PART_OF_IT.has(String(item.kind)));
  const running = world.artel.cloud.stepFunctions.executions().filter((one) => one.running && one.name.startsWith(run));
  return [
    ...(FINAL.includes(String(state)) ? [] : [`the run is ${String(state)}`]),
    ...due.map(({ sk, kind, state: its }) => `${String(kind)} ${sk} (${String(its)}) is due`),
    ...running.map(({ name, visited }) => `${name} is in ${visited.at(-1)}`),
  ];
};

/**
 * Lets time pass until nothing is left to do for this run. `heals`: after how many minutes nothing is struck any more.
 * Answers how many minutes it took.
 */
export const converge = async (world: World, ids: Ids, { heals = 2 }: { heals?: number } = {}): Promise<number> => {
  for (let minutes = 0; ; minutes += 1) {
    await world.quiet.idle();
    const left = await unsettled(world, ids);
    if (left.length === 0) return minutes;
    if (minutes === heals) world.begin(() => undefined);
    if (minutes > MOST_MINUTES) throw new Error(`It never ends: ${left.join('; ')}`);
    await minutePasses(world);
  }
};
