/**
 * What a log may say about a failure while handling somebody's text: the error's name and the line of our code. The
 * messages of parsers and validators quote what they read.
 */
export const failureSite = (error: unknown): { failed: string; at?: string } => {
  if (!(error instanceof Error)) return { failed: typeof error };
  const at = error.stack?.match(/^\s+at (.+)$/m)?.[1];
  return { failed: error.name, ...(at !== undefined && { at }) };
};
