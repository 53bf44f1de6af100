/**
 * Log lines that alarms look for, word for word. The functions write them, `infra` counts them; neither spells one itself.
 */
export const ALARMING_LINES = {
  sessionBlocksNearlyFull: 'The blocks of a session are nearly at their limit.',
  blockSessionsNearlyFull: 'The sessions of a user that have blocks are nearly at their limit.',
} as const;
