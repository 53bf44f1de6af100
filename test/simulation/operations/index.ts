import { type Chance, streamOf } from '../world/chance.ts';
import { agentOperations } from './agents.ts';
import { approvalOperations } from './approvals.ts';
import { memoryOperations } from './memories.ts';
import { messageOperations } from './messages.ts';
import type { Operation } from './person.ts';
import { placeOperations } from './places.ts';
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
];

/**
 * Each seed prefers some operations and leaves others out, so that rare ones meet each other in some lives.
 * Source: Groce et al., Swarm Testing, 2012.
 */
const preferred = (seed: number): Operation[] => {
  const chance = streamOf(seed, 'preferences');
  return OPERATIONS.map((operation) => {
    const factor = operation.name.startsWith('message') ? chance.one([0.5, 1, 2]) : chance.one([0, 0.5, 1, 4]);
    return { ...operation, weight: operation.weight * factor };
  });
};

const drawn = (operations: Operation[], chance: Chance): Operation => {
  let left = chance.next() * operations.reduce((sum, { weight }) => sum + weight, 0);
  for (const operation of operations) {
    left -= operation.weight;
    if (left < 0) return operation;
  }
  return operations[0] as Operation;
};

export type Planned = { number: number; operation: Operation; chance: Chance; who: number };

/** What the people will do, in order. Each step has choices of its own, so one can be left out and the others stay as they are. */
export const script = (seed: number, count: number, people: number): Planned[] => {
  const operations = preferred(seed);
  return Array.from({ length: count }, (_, at) => {
    const chance = streamOf(seed, `operation ${at + 1}`);
    return {
      number: at + 1,
      operation: drawn(operations, chance),
      chance,
      who: chance.integer(1, 4) < 4 ? 0 : people - 1,
    };
  });
};
