import { type Chance, streamOf } from '../world/chance.ts';
import { administrationOperations } from './administration.ts';
import { agentOperations } from './agents.ts';
import { approvalOperations } from './approvals.ts';
import { gatewayOperations } from './gateway.ts';
import { leavingOperations } from './leaving.ts';
import { memoryOperations } from './memories.ts';
import { messageOperations } from './messages.ts';
import { olderOperations } from './older.ts';
import type { Operation } from './person.ts';
import { placeOperations } from './places.ts';
import { portabilityOperations } from './portability.ts';
import { readerOperations } from './readers.ts';
import { settingOperations } from './settings.ts';
import { socketOperations } from './sockets.ts';

export type { Doing, Operation, Person, Place } from './person.ts';

export const OPERATIONS: Operation[] = [
  ...messageOperations,
  ...agentOperations,
  ...approvalOperations,
  ...placeOperations,
  ...settingOperations,
  ...memoryOperations,
  ...socketOperations,
  ...readerOperations,
  ...gatewayOperations,
  ...olderOperations,
  ...administrationOperations,
  ...portabilityOperations,
  ...leavingOperations,
];

/**
 * Each seed prefers some operations and leaves others out, so that rare ones meet each other in some lives.
 * Source: Groce et al., Swarm Testing, 2012.
 */
const preferred = (seed: number): Operation[] => {
  const chance = streamOf(seed, 'preferences');
  return OPERATIONS.map((operation) => {
    const isCommon = /^message|^approval decided$/.test(operation.name);
    const factor = chance.one(isCommon ? [0.5, 1, 2] : [0, 0.5, 1, 4]);
    return { ...operation, weight: operation.weight * factor };
  });
};

const drawn = (operations: readonly Operation[], chance: Chance): Operation => {
  let left = chance.next() * operations.reduce((sum, { weight }) => sum + weight, 0);
  for (const operation of operations) {
    left -= operation.weight;
    if (left < 0) return operation;
  }
  return operations[0] as Operation;
};

export type Planned = { number: number; operation: Operation; chance: Chance; who: number };

/** What the people will do, in order. Each step has choices of its own, so one can be left out and the others stay as they are. */
export const script = (
  seed: number,
  { count, people, mix }: { count: number; people: number; mix: readonly Operation[] | undefined },
): Planned[] => {
  const operations = mix ?? preferred(seed);
  const drawnUp = Array.from({ length: count }, (_, at) => {
    const chance = streamOf(seed, `operation ${at + 1}`);
    return {
      number: at + 1,
      operation: drawn(operations, chance),
      chance,
      who: chance.integer(1, 4) < 4 ? 0 : people - 1,
    };
  });
  return [...drawnUp, ...DECISIONS.map((decided, at) => lastOne(seed, { number: count + 1 + at, decided }))];
};

/** At the end of the day people see to what they were asked meanwhile. It is the first person who has most. */
const DECISIONS = approvalOperations
  .filter(({ name }) => name === 'approval decided')
  .flatMap((one) => [one, one, one]);

const lastOne = (seed: number, { number, decided }: { number: number; decided: Operation }): Planned => ({
  number,
  operation: decided,
  chance: streamOf(seed, `decision ${number}`),
  who: 0,
});
