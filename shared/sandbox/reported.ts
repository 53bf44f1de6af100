import * as z from 'zod';
import { kills, type Limits, type Outcome } from './contract.ts';
import { CommandRefused } from './errors.ts';

/*
 * What a program inside a wall says of a command. The command has its rights and could speak in its place: nothing is taken that
 * does not have this form, since an agent reads it as the word of the sandbox.
 */

const exit = z.int().min(0).max(255);
const bytes = z.int().min(0);
const whole = z.object({
  exit,
  output: z.string(),
  isCut: z.boolean(),
  killed: z.enum(kills).optional(),
  durationMs: z.number().min(0),
});

export const NO_REPORT = 'The command ended the program that reports what it did, so nothing of it is kept.';

const inForm = <Said>(form: z.ZodType<Said>, said: unknown): Said => {
  const { data, error } = form.safeParse(said);
  if (data === undefined) throw new CommandRefused(NO_REPORT, { cause: error });
  return data;
};

/** Where the output came another way. @throws CommandRefused */
export const exitReported = (said: unknown): { exit: number; bytes: number } => inForm(z.object({ exit, bytes }), said);

/** With the output, which is no longer than was allowed. A byte makes one character at most. @throws CommandRefused */
export const outcomeReported = (said: unknown, limits: Limits): Omit<Outcome, 'changed' | 'wall'> => {
  const { killed, ...report } = inForm(whole, said);
  if (report.output.length > limits.outputBytes) throw new CommandRefused(NO_REPORT);
  return { ...report, ...(killed && { killed }) };
};
