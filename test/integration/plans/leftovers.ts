import { expect } from 'vitest';
import type { Person } from '../../support/artel.ts';
import { expectHealthy } from '../../support/healthy.ts';
import type { Operator, TableItem } from '../../support/operator.ts';

type Left = { places: number; ready: number; lanes: Pick<TableItem, 'running' | 'waiting' | 'live'>[]; busy: number };

/** Once all of a person's runs have ended, nothing is counted, listed or held for them any more, and all adds up. */
export const expectNothingLeft = async (operator: Operator, person: Pick<Person, 'id'>): Promise<void> => {
  const left = await settled(operator, person);
  const lanes = left.lanes.map(() => ({ running: 0, waiting: 0, live: 0 }));
  expect(left).toEqual({ places: 0, ready: 0, lanes, busy: 0 });
  await expectHealthy(operator, person);
};

export const placesTaken = async (operator: Operator, { id }: Pick<Person, 'id'>): Promise<number> => {
  const [planLane] = await operator.partition(`USER#${id}`, 'PLAN_LANE');
  return planLane?.places instanceof Set ? planLane.places.size : 0;
};

/** Tasks that wait for a place. */
export const readyTasks = async (operator: Operator, { id }: Pick<Person, 'id'>): Promise<number> =>
  (await operator.partition(`USER#${id}`, 'READY#')).length;

/** The end of a run is told before the worker of its last task has given its place back; each look is some queries. */
const settled = async (operator: Operator, person: Pick<Person, 'id'>): Promise<Left> => {
  for (let look = 0; look < 50; look += 1) {
    if ((await placesTaken(operator, person)) === 0) break;
  }
  const items = await operator.itemsOf(`USER#${person.id}#PRJ#`);
  return {
    places: await placesTaken(operator, person),
    ready: await readyTasks(operator, person),
    lanes: items.filter(({ sk }) => sk === 'LANE').map(({ running, waiting, live }) => ({ running, waiting, live })),
    busy: items.filter(({ sk, active, queued }) => sk === 'STATE' && (active !== undefined || queued !== 0)).length,
  };
};
