/** What no outage explains. */
const DEFECTS = ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'Defect', 'ZodError', 'Error'];

/**
 * A worker whose task ended with its agent or chat says so as if it were a defect. Its message comes again, and finds
 * nothing to do.
 */
const AFTER_A_DELETION = [
  'A live task has no lane.',
  'A live run has no session.',
  'The message of a live task is gone.',
];

/** Whether a logged error is a mistake of the code, and not what happens when services fail. */
export const isDefect = (error: unknown): error is Error =>
  error instanceof Error && DEFECTS.includes(error.name) && !AFTER_A_DELETION.includes(error.message);
