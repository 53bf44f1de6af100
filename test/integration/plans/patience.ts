import { MINUTE } from '../../../shared/core/clock.ts';

/**
 * For one test. A plan passes through six functions, each of which starts a thread at its first call and more when it is
 * called at the same time; on a busy machine that takes many seconds.
 */
export const PATIENCE = MINUTE;
