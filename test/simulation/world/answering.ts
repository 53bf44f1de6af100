import { SILENCE } from '../cloud/servers.ts';
import type { Services } from '../cloud/services.ts';
import { transactionConflict } from '../table/commands.ts';
import type { Point } from '../transitions/coverage.ts';
import type { Faults } from './faults.ts';
import type { Call } from './schedule.ts';

/** What became of a call. `silent`: it is never answered. */
export type Answering =
  | { kind: 'died'; when: 'before' | 'after' }
  | { kind: 'failed'; error: Error; how: string }
  | { kind: 'done'; answer: unknown }
  | { kind: 'silent' };

const WRITES = /^(Put|Update|Delete|TransactWrite|BatchWrite|SendMessage|SendTask|StartExecution)/;
export const isWrite = (operation: string): boolean => WRITES.test(operation);

/** Carries out a call in one instant, or lets something go wrong: before it, or between it and its answer. */
export const answering = (call: Call, faults: Faults, services: Services): Answering => {
  const { service, operation } = call;
  const likely = (point: Point, otherwise: number): number => (faults.isWanted(call.site, point) ? WANTED : otherwise);
  if (faults.happens('container died before a call was carried out', likely('died before', 0.001)))
    return { kind: 'died', when: 'before' };
  if (service !== 'http' && faults.happens('service unavailable, nothing done', 0.001)) return failed(outage());
  if (operation === 'TransactWriteCommand' && faults.happens('transaction conflict', 0.02)) {
    return failed(transactionConflict(1));
  }
  const first = performed(call, services);
  if (!isWrite(operation)) return first;
  if (faults.happens('container died after a call was carried out', likely('died after', 0.005)))
    return { kind: 'died', when: 'after' };
  if (faults.happens('service unavailable, call carried out', likely('answer lost', 0.004)))
    return failed(outage(), 'carried out');
  return faults.happens('reply lost, call repeated by the SDK', 0.015) ? performed(call, services) : first;
};

/** Where nobody has looked yet, things go wrong much more often. */
const WANTED = 0.1;

/** What became of a write, as it is counted. */
export const pointOf = (outcome: Answering): Point | undefined => {
  if (outcome.kind === 'died') return `died ${outcome.when}`;
  if (outcome.kind === 'done') return 'done';
  if (outcome.kind === 'silent') return undefined;
  if (outcome.how !== '') return 'answer lost';
  return /^(ConditionalCheckFailed|TransactionCanceled)/.test(outcome.error.name) ? 'refused' : undefined;
};

/** What a call does, without anything going wrong. */
export const performed = ({ service, operation, input }: Call, services: Services): Answering => {
  try {
    const answer = services(service, operation, input as never);
    return answer === SILENCE ? { kind: 'silent' } : { kind: 'done', answer };
  } catch (error) {
    return failed(error as Error);
  }
};

const failed = (error: Error, how = ''): Answering => ({ kind: 'failed', error, how });

/** What the SDK throws once it has tried often enough. */
const outage = (): Error => Object.assign(new Error('The service did not answer.'), { name: 'TimeoutError' });

/** A call for the trace: the kinds and ids of the items it is about. */
export const nameOfCall = ({ service, operation, input }: Call): string =>
  [`${service}.${operation.replace(/Command$/, '')}`, ...sortKeysIn(input)].join(' ');

/** A kind of call: who makes it, what it is, and the kinds of items it is about. */
export const placeOfCall = ({ invocation, operation, input }: Call): string => {
  const kinds = new Set(sortKeysIn(input).map((sk) => sk.replace(/#.*/, '')));
  return [invocation?.role ?? 'nobody', operation.replace(/Command$/, ''), ...[...kinds].sort()].join(' ');
};

const sortKeysIn = (input: unknown): string[] => {
  if (typeof input !== 'object' || input === null || ArrayBuffer.isView(input)) return [];
  if ('sk' in input && typeof input.sk === 'string') return [input.sk];
  return Object.values(input).flatMap(sortKeysIn);
};
