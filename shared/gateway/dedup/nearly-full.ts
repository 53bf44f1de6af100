/** Part of a limit at which an operator is told. */
export const NEARLY_FULL = 0.8;

/** What is logged then. Alarms look for these very words, so they are said here, for both. */
export const NEARLY_FULL_LINES = {
  session: 'The blocks of a session are nearly at their limit.',
  sessions: 'The sessions of a user that have blocks are nearly at their limit.',
} as const;
