import { createContext, Script } from 'node:vm';
import { type Schema, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { beginningOf } from '../excerpt.ts';

type JsonSchema = Record<string, unknown>;

/** What is wrong, and where: a JSON Pointer after `#`, or nothing where it is the schema's own fault. */
export type Misfit = { location: string; message: string };

/**
 * A schema comes from a stranger: its patterns and references can be made to run for ever. This is wall-clock time, so it
 * must be long enough for an honest check on a cold and busy machine.
 */
const TIMEOUT_MS = 2_000;
const MAX_MISFITS = 8;

const script = new Script('work()');
const nothing = (): unknown => undefined;
const room = { work: nothing };
const context = createContext(room);

/** V8 ends whatever runs inside, our own code included, when the time is up. One context serves all: to make one takes a millisecond. */
const inTime = <T>(work: () => T): T => {
  room.work = work;
  try {
    return script.runInContext(context, { timeout: TIMEOUT_MS }) as T;
  } finally {
    room.work = nothing;
  }
};

const draftOf = ({ $schema }: JsonSchema): SchemaDraft => {
  if (typeof $schema !== 'string') return '2020-12';
  if ($schema.includes('draft-04')) return '4';
  if (/draft-0[67]/.test($schema)) return '7';
  return $schema.includes('2019-09') ? '2019-09' : '2020-12';
};

/**
 * What of a value does not fit a schema that somebody else wrote; nothing when it fits. The one place where such a schema is
 * carried out. One that cannot be, or not in time, fits nothing.
 */
export const misfitsOf = (schema: JsonSchema, value: unknown): Misfit[] => {
  try {
    const { valid, errors } = inTime(() => new Validator(schema as Schema, draftOf(schema), false).validate(value));
    if (valid) return [];
    const found = errors.map(({ instanceLocation, error }) => ({ location: instanceLocation, message: error }));
    return distinct(found).slice(0, MAX_MISFITS);
  } catch (error) {
    // Thrown by the validator: a dangling or circular reference, an invalid pattern, or the time-out.
    // An error of another realm is not an `instanceof Error` here.
    const { message } = (error ?? {}) as { message?: unknown };
    const why = typeof message === 'string' ? beginningOf(message, 200) : 'unknown';
    return [{ location: '', message: `The arguments cannot be checked against the schema of the tool (${why}).` }];
  }
};

const distinct = (misfits: Misfit[]): Misfit[] => [
  ...new Map(misfits.map((one) => [`${one.location}: ${one.message}`, one])).values(),
];
