import type { Admit } from '../../functions/middleware/rate-limit.ts';

/** As often as anybody likes: for handlers without a table behind them. */
export const always: Admit = async () => ({ limits: [], retryAfter: undefined });
