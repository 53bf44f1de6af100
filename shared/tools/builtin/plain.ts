import * as z from 'zod';
import { type Clock, isoTime, systemClock } from '../../core/clock.ts';
import { Defect } from '../../core/errors.ts';
import { failed, succeeded } from '../result.ts';
import { builtin } from './define.ts';
import { evaluate, InvalidExpression } from './expression.ts';

export const calculate = builtin({
  name: 'calculate',
  description:
    'Computes an arithmetic expression exactly as written: + - * / % ^, parentheses, pi, e, and abs, ceil, cos, exp, floor, ln, log10, log2, max, min, round(value, digits), sin, sqrt, tan. Use it for every calculation.',
  schema: z.strictObject({
    expression: z.string().min(1).max(1_000).describe('For example (3 + 4) * 2 ^ 10 / sqrt(2)'),
  }),
  risk: 'low',
  repeat: 'safe',
  run: ({ expression }) => {
    try {
      // 0.1 + 0.2 reads as 0.3: doubles hold fifteen digits for certain.
      return succeeded(String(Number(evaluate(expression).toPrecision(15))));
    } catch (error) {
      if (error instanceof InvalidExpression) return failed(error.message);
      throw error;
    }
  },
});

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    // A RangeError is how Intl says no.
    return false;
  }
};

export const clock = (source: Clock = systemClock) =>
  builtin({
    name: 'clock',
    description: 'Tells the date and the time now, in UTC and in a time zone.',
    schema: z.strictObject({
      time_zone: z
        .string()
        .max(64)
        .refine(isTimeZone, 'Must be a time zone of the IANA database.')
        .default('UTC')
        .describe('From the IANA database, for example Europe/Vienna'),
    }),
    risk: 'low',
    repeat: 'safe',
    run: ({ time_zone }) => {
      const now = source.now();
      const local = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long', timeZone: time_zone });
      return succeeded(JSON.stringify({ utc: isoTime(now), time_zone, local: local.format(now) }));
    },
  });

/** Only its declaration: asking is a wait of the task, which the worker that owns the task makes. */
export const askAgent = builtin({
  name: 'ask_agent',
  description: 'Asks another agent of the team and waits for its answer. It sees nothing but your message.',
  schema: z.strictObject({
    agent: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,31}$/)
      .describe('The name of the agent'),
    message: z.string().min(1).max(32_000).describe('The whole question, with everything the other agent must know'),
  }),
  risk: 'low',
  repeat: 'keyed',
  run: () => {
    throw new Defect('ask_agent is carried out by the worker, not by the toolbox.');
  },
});

/** Only its declaration: the worker parks the task until the person has answered. */
export const askPerson = builtin({
  name: 'ask_person',
  description:
    'Asks the person you work for, and waits for the answer. Only for what you cannot find out or decide yourself.',
  schema: z.strictObject({
    question: z.string().min(1).max(4_000).describe('One clear question, with what the person must know to answer it'),
  }),
  risk: 'low',
  repeat: 'keyed',
  run: () => {
    throw new Defect('ask_person is carried out by the worker, not by the toolbox.');
  },
});
