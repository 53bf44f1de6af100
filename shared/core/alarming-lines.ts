/**
 * Log lines that alarms look for, word for word. The functions write them and `infra` counts them, both from these constants.
 */
export const ALARMING_LINES = {
  sessionBlocksNearlyFull: 'session blocks nearly full',
  blockSessionsNearlyFull: 'block sessions nearly full',
  cacheHitsCollapsed: 'cache hits collapsed',
  cacheLevelSkipped: 'cache level skipped',
  cacheTurnsOver: 'cache turns over',
} as const;
