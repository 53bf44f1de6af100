import { FunctionError } from '../../../infra/local/services/lambda/invoker.ts';
import type { TableItem } from '../../support/operator.ts';
import type { World } from './world.ts';

/** More than a plan needs that loses a worker, an execution and every message. */
const MOST_MINUTES = 25;
const FINAL = ['completed', 'partial', 'failed', 'cancelled'];

export type Ids = { session: string; run: string };

/**
 * As if a minute had gone by: leases are over, what was to be sent again is due, whatever state wanted to try again does,
 * and the sweeper has looked.
 */
export const minutePasses = async ({ artel: { cloud }, operator }: World): Promise<void> => {
  await operator.timePasses();
  await cloud.stepFunctions.timePasses(5_000);
  try {
    await cloud.sweep();
  } catch (error) {
    // It may be the sweeper itself that dies; the next minute has another one.
    if (!(error instanceof FunctionError)) throw error;
  }
};

/** All that a run and its session are made of, and what they share with others: lanes, places, and the list of those that wait. */
export const itemsOf = async (
  { operator, alice, project, lanes }: World,
  { session, run }: Ids,
): Promise<TableItem[]> => {
  const found = await Promise.all([
    operator.partition(project, `RUN#${run}`),
    operator.partition(`${project}#RUN#${run}`, 'TSK#'),
    operator.partition(`${project}#RUN#${run}`, 'ROUND#'),
    operator.partition(`${project}#SES#${session}`, 'STATE'),
    operator.partition(project, 'APR#'),
    operator.partition(`USER#${alice.id}`, 'PLAN_LANE'),
    operator.partition(`USER#${alice.id}`, 'READY#'),
    ...lanes.map((lane) => operator.partition(lane)),
  ]);
  return found.flat();
};

/** What is still to be done for a run: nothing, in the end. */
export const unsettled = async (world: World, ids: Ids): Promise<string[]> => {
  const items = await itemsOf(world, ids);
  const { run } = ids;
  const state = items.find(({ kind }) => kind === 'run')?.state;
  // What is due stands in the index, for which it takes both: time that passes may meet an item that is just being settled.
  const due = items.filter(({ due_at, due_shard }) => due_at !== undefined && due_shard !== undefined);
  const running = world.artel.cloud.stepFunctions.executions().filter((one) => one.running && one.name.startsWith(run));
  return [
    ...(FINAL.includes(String(state)) ? [] : [`the run is ${String(state)}`]),
    ...due.map(({ sk, kind, state: its }) => `${String(kind)} ${sk} (${String(its)}) is due`),
    ...running.map(({ name, visited }) => `${name} is in ${visited.at(-1)}`),
  ];
};

/**
 * Lets time pass until nothing is left to do for this run. `heals`: after how many minutes nothing is struck any more.
 * `attend`: what a person does meanwhile, `true` if there was something. Answers how many minutes it took.
 */
export const converge = async (
  world: World,
  ids: Ids,
  { heals = 2, attend = async () => false }: { heals?: number; attend?: () => Promise<boolean> } = {},
): Promise<number> => {
  for (let minutes = 0; ; minutes += 1) {
    do await world.quiet.idle();
    while (await attend());
    const left = await unsettled(world, ids);
    if (left.length === 0) return minutes;
    if (minutes === heals) world.begin(() => undefined);
    if (minutes > MOST_MINUTES) throw new Error(`It never ends: ${[...left, ...complaints(world)].join('\n')}`);
    await minutePasses(world);
  }
};

/** What the functions had to say about it. */
const complaints = ({ artel }: World): string[] =>
  artel.cloud.log.filter((line) => /ERROR|failed|Throttled|timed out/.test(line)).slice(-5);
