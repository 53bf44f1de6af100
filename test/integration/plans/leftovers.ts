import { expect } from 'vitest';
import type { Person } from '../../support/artel.ts';
import { expectHealthy } from '../../support/healthy.ts';
import type { Operator, TableItem } from '../../support/operator.ts';

type Left = { places: number; ready: number; lanes: Pick<TableItem, 'running' | 'waiting' | 'live'>[]; busy: number };

/**
 * Once all of a person's runs have ended, nothing is counted, listed or held for them any more, and all adds up. The end of a run
 * is told before the worker of its last task has given its place back.
 */
export const expectNothingLeft = async (operator: Operator, person: Pick<Person, 'id'>): Promise<void> => {
  await expect.poll(() => leftOf(operator, person)).toEqual({ places: 0, ready: 0, lanes: [], busy: 0 });
  await expectHealthy(operator, person);
};

export const placesTaken = async (operator: Operator, { id }: Pick<Person, 'id'>): Promise<number> => {
  const [planLane] = await operator.partition(`USER#${id}`, 'PLAN_LANE');
  return planLane?.places instanceof Set ? planLane.places.size : 0;
};

/** Tasks that wait for a place. */
export const readyTasks = async (operator: Operator, { id }: Pick<Person, 'id'>): Promise<number> =>
  (await operator.partition(`USER#${id}`, 'READY#')).length;

/** Of the lanes, those in which something is counted. */
const leftOf = async (operator: Operator, person: Pick<Person, 'id'>): Promise<Left> => {
  const items = await operator.itemsOf(`USER#${person.id}#PRJ#`);
  return {
    places: await placesTaken(operator, person),
    ready: await readyTasks(operator, person),
    lanes: items
      .filter(({ sk, running, waiting, live }) => sk === 'LANE' && (running !== 0 || waiting !== 0 || live !== 0))
      .map(({ running, waiting, live }) => ({ running, waiting, live })),
    busy: items.filter(({ sk, active, queued }) => sk === 'STATE' && (active !== undefined || queued !== 0)).length,
  };
};
