/** What no outage explains. */
const DEFECTS = ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'Defect', 'ZodError', 'Error'];

/** Whether a logged error is a mistake of the code, and not what happens when services fail. */
export const isDefect = (error: unknown): error is Error => error instanceof Error && DEFECTS.includes(error.name);
