import * as z from 'zod';
import { jsonInText } from '../../core/json-in-text.ts';
import type { ResponseFormat } from '../../gateway/index.ts';
import type { GraphError } from '../graph/graph.ts';

/** Providers allow a long list of values only if the values are short; names beyond that are left to the check. */
const MAX_NAMES_IN_SCHEMA = 250;

const namesSchema = (names: readonly string[]) =>
  names.length > MAX_NAMES_IN_SCHEMA ? z.string() : z.enum(names as [string, ...string[]]);

/** The form of a plan as a model writes it. Sizes and names are not in it: strict modes know few of these keywords. */
export const answerFormat = (names: readonly string[]): ResponseFormat => {
  const schema = z.strictObject({
    tasks: z.array(
      z.strictObject({
        id: z.string(),
        description: z.string().describe('Everything the agent needs to know'),
        agent: namesSchema(names),
        depends_on: z.array(z.string()).describe('Ids of the tasks whose results are needed'),
        expected_output: z.string().nullable().describe('What a good result looks like'),
      }),
    ),
    uses_history: z.boolean().describe('Whether the conversation so far made a difference'),
  });
  const { $schema: _, ...plain } = z.toJSONSchema(schema);
  return { name: 'plan', schema: plain };
};

export type ParsedReply = { draft: unknown; usesHistory: boolean } | { errors: GraphError[] };

/** The draft in a model's words, checked for nothing but being JSON; models that were not held to it wrap it in prose or thoughts. */
export const parseReply = (text: string, brokeOff: boolean): ParsedReply => {
  const value = jsonInText(text, isPlan);
  if (value === undefined) {
    const message = brokeOff
      ? 'The answer was too long and broke off. Make a plan with fewer tasks and shorter descriptions.'
      : 'The answer is not JSON.';
    return { errors: [{ path: 'plan', message }] };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { draft: value, usesHistory: true };
  const { uses_history = true, ...draft } = value as Record<string, unknown>;
  if (Array.isArray(draft.tasks)) draft.tasks = draft.tasks.map(withoutNull);
  return { draft, usesHistory: uses_history !== false };
};

/** A strict schema has every field, so one that says nothing says null. */
const withoutNull = (task: unknown): unknown => {
  if (typeof task !== 'object' || task === null) return task;
  const { expected_output, ...rest } = task as Record<string, unknown>;
  return expected_output === null || expected_output === '' || expected_output === undefined
    ? rest
    : { ...rest, expected_output };
};

const isPlan = (value: unknown): boolean => typeof value === 'object' && value !== null && 'tasks' in value;
