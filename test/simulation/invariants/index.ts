import { inspect, type Moment } from '../../../shared/doctor/index.ts';
import type { Person } from '../operations/index.ts';
import type { Driver } from '../world/driver.ts';
import type { World } from '../world/world.ts';
import { lostAccounts } from './accounts.ts';
import { answersWithoutEnd, runsOfOneKey } from './answers.ts';
import { spentWithoutCharge } from './charges.ts';
import { effectsTwice } from './effects.ts';
import { acceptedRunsNotEnded, sessionsThatTakeNoMessage } from './ends.ts';
import { misledListeners } from './listeners.ts';
import { memoriesLeft } from './memories.ts';
import { misledReaders } from './readers.ts';
import { leftOfTheRemoved, removedWhoAreLetIn, takenFromOthers } from './removals.ts';
import { strangersSecrets } from './secrets.ts';
import { factsToldTwice } from './stories.ts';

/** What holds after every step: what the doctor promises of stored items, and that no effect was repeated. */
export const whileRunning = (world: World, people: Person[]): string[] => inspected(world, people, 'always');

/** What also holds once nothing is under way. */
export const atRest = async (world: World, people: Person[], driver: Driver): Promise<string[]> => {
  const found = [
    ...inspected(world, people, 'at rest'),
    ...effectsTwice(world),
    ...lostAccounts(world, people),
    ...misledListeners(world, people),
    ...factsToldTwice(world),
    ...misledReaders(people),
    ...answersWithoutEnd(people),
    ...runsOfOneKey(people),
    ...spentWithoutCharge(world),
    ...strangersSecrets(world),
    ...memoriesLeft(world),
    ...leftOfTheRemoved(world, people),
    ...takenFromOthers(world, people),
    ...acceptedRunsNotEnded(world, people),
  ];
  if (found.length > 0) return found;
  return [
    ...(await sessionsThatTakeNoMessage(world, people, driver)),
    ...(await removedWhoAreLetIn(world, people, driver)),
    ...inspected(world, people, 'at rest'),
    ...world.complaints,
  ];
};

const inspected = (world: World, people: Person[], moment: Moment): string[] =>
  people.flatMap(({ name, client: { person } }) => {
    const items = world.table.itemsBelow(`USER#${person.userId}`);
    const snapshot = { user: person.userId, items, now: world.schedule.now, sweptAt: world.sweptAt };
    return inspect(snapshot, moment).map(
      ({ invariant, about, text }) => `${name}: ${invariant}: ${text} ${JSON.stringify(about)}`,
    );
  });
