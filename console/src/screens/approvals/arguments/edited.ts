import { nativeOf, parseExact } from '../../../api/exact.ts';
import { type SchemaFault, schemaFaults } from './schema-faults.ts';

/** The text of arguments as a person edits it; numbers as they were spelled. */
export const textOf = (value: unknown): string => JSON.stringify(value ?? {}, null, 2);

export type Edited =
  | { ok: true; value: Record<string, unknown>; faults: readonly SchemaFault[]; isChanged: boolean }
  | { ok: false; problem: 'syntax' | 'object'; detail: string };

/** What was typed, as what would be sent, with what the schema says against it. */
export const readEdited = (typed: string, before: unknown, schema: unknown): Edited => {
  let value: unknown;
  try {
    value = parseExact(typed);
  } catch (error) {
    // A SyntaxError, whose message says where.
    return { ok: false, problem: 'syntax', detail: error instanceof Error ? error.message : '' };
  }
  const native = nativeOf(value);
  if (typeof native !== 'object' || native === null || Array.isArray(native)) {
    return { ok: false, problem: 'object', detail: '' };
  }
  return {
    ok: true,
    value: value as Record<string, unknown>,
    faults: schemaFaults(schema, native),
    isChanged: textOf(value) !== textOf(before),
  };
};

type Shape = { properties?: Record<string, { type?: unknown }>; required?: readonly string[] };

const EMPTY: Record<string, unknown> = { string: '', number: 0, integer: 0, boolean: false, array: [], object: {} };

/** Something to begin with, where an answer has a form and nobody proposed one: what is required, empty. */
export const blankOf = (schema: unknown): Record<string, unknown> => {
  const { properties = {}, required = [] } = (schema ?? {}) as Shape;
  return Object.fromEntries(required.map((name) => [name, EMPTY[String(properties[name]?.type)] ?? null]));
};
