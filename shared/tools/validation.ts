import { createContext, Script } from 'node:vm';
import { type Schema, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { beginningOf } from '../core/excerpt.ts';
import type { JsonSchema } from './tool.ts';

/**
 * A schema comes from a stranger: its patterns and references can be made to run for ever. This is wall-clock time, so it
 * must be long enough for an honest check on a cold and busy machine.
 */
const TIMEOUT_MS = 2_000;
const MAX_MESSAGES = 8;

/** V8 ends whatever runs inside, our own code included, when the time is up. */
const script = new Script('work()');
const inTime = <T>(work: () => T): T => script.runInContext(createContext({ work }), { timeout: TIMEOUT_MS }) as T;

const draftOf = ({ $schema }: JsonSchema): SchemaDraft => {
  if (typeof $schema !== 'string') return '2020-12';
  if ($schema.includes('draft-04')) return '4';
  if (/draft-0[67]/.test($schema)) return '7';
  return $schema.includes('2019-09') ? '2019-09' : '2020-12';
};

/** What is wrong with a call's arguments, in sentences for the model; nothing when they fit. */
export const problemsOf = (schema: JsonSchema, args: unknown): string[] => {
  try {
    const { valid, errors } = inTime(() => new Validator(schema as Schema, draftOf(schema), false).validate(args));
    if (valid) return [];
    const messages = errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
    return [...new Set(messages)].slice(0, MAX_MESSAGES);
  } catch (error) {
    // Thrown by the validator: a dangling or circular reference, an invalid pattern, or the time-out.
    // An error of another realm is not an `instanceof Error` here.
    const { message } = (error ?? {}) as { message?: unknown };
    const why = typeof message === 'string' ? beginningOf(message, 200) : 'unknown';
    return [`The arguments cannot be checked against the schema of the tool (${why}).`];
  }
};
