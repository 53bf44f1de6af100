/**
 * Log lines that alarms look for, word for word. The functions write them, `infra` counts them; neither spells one itself.
 */
export const ALARMING_LINES = {
  sessionBlocksNearlyFull: 'session blocks nearly full',
  blockSessionsNearlyFull: 'block sessions nearly full',
} as const;
