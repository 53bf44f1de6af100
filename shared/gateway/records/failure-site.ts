/**
 * What a log may say of a failure in the middle of somebody's text: its kind and the place in our code. Messages of parsers
 * and validators quote what they read.
 */
export const failureSite = (error: unknown): { failed: string; at?: string } => {
  if (!(error instanceof Error)) return { failed: typeof error };
  const at = error.stack?.match(/^\s+at (.+)$/m)?.[1];
  return { failed: error.name, ...(at !== undefined && { at }) };
};
