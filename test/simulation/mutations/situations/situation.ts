import type { Options } from '../../simulate.ts';
import type { Call } from '../../world/schedule.ts';

/** Lives of a kind, in which some conditions decide more often than in others. */
export type Situation = Pick<Options, 'operations' | 'faultRate' | 'mix' | 'faultFactors' | 'team' | 'slowness'>;

/**
 * Nearly every write appends to its session's log, under a number that must be free: a second guard of nearly everything.
 * Whoever reads the end of the log last, long after what it decides by, has only the first one.
 */
export const slowLog = ({ operation, input }: Call): number =>
  operation === 'QueryCommand' && JSON.stringify(input).includes('"EV#') ? 12 : 1;

/** What a transaction was decided by is old when it arrives. */
export const slowTransactions = ({ operation }: Call): number => (operation === 'TransactWriteCommand' ? 6 : 0.2);

export const SLOW = { 'call slow': 6, 'socket lost': 0, 'stale index': 0.5 };
export const asksAlways = { approval: { min_risk: 'low' }, tools: ['http_fetch', 'ask_person'] };
