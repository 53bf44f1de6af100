import { sha256 } from '../../core/digest.ts';
import { excerpt } from '../../core/excerpt.ts';
import { isDeeperThan, MAX_JSON_DEPTH } from '../../core/json/bounds.ts';
import type { JsonSchema, Repeat, Risk } from '../tool.ts';
import { canonicalJson } from './canonical.ts';
import { isSchema } from './flatten.ts';
import { type Parameters, parametersOf } from './parameters.ts';

/** A tool as its server describes it, as far as we go by it. */
export type Definition = {
  name: string;
  description: string;
  parameters: Parameters;
  inputSchema: unknown;
  hints: { readOnly: boolean; destructive: boolean; idempotent: boolean };
  /** Of all that could change what the tool does or how it is judged. */
  hash: string;
};

const MAX_DESCRIPTION_LENGTH = 4_096;
const MAX_SCHEMA_LENGTH = 64 * 1024;

/** A tool that cannot be offered, and why. */
export type UnsupportedTool = { name: string; reason: string };

/** The protocol's own; a server may write others beside them. */
const ANNOTATIONS = ['title', 'readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'];

/** One entry of a server's list, of which nothing is certain: what is wrong with it is wrong with this tool alone. */
export const definitionOf = (entry: unknown, index: number): Definition | UnsupportedTool => {
  const { name, description, inputSchema, outputSchema, annotations: given, execution } = fieldsOf(entry);
  if (typeof name !== 'string' || name === '') return { name: `#${index + 1}`, reason: 'it has no name' };
  if (name.length > 128) return { name: excerpt(name, 32), reason: 'its name is too long' };
  const text = description ?? '';
  if (typeof text !== 'string') return { name, reason: 'its description is not a text' };
  if (text.length > MAX_DESCRIPTION_LENGTH) return { name, reason: 'its description is too long' };
  if (isDeeperThan(MAX_JSON_DEPTH, [inputSchema, outputSchema, given]))
    return { name, reason: 'its schema is nested too deeply' };
  if ((JSON.stringify(inputSchema)?.length ?? 0) > MAX_SCHEMA_LENGTH) {
    return { name, reason: 'its schema is too large' };
  }
  if (fieldsOf(execution).taskSupport === 'required') return { name, reason: 'it works only as a task of the server' };
  const parameters = parametersOf(inputSchema);
  if (!parameters) return { name, reason: 'its schema describes no arguments by name' };
  const annotations = isSchema(given)
    ? Object.fromEntries(Object.entries(given).filter(([key]) => ANNOTATIONS.includes(key)))
    : undefined;
  const { readOnlyHint, destructiveHint, idempotentHint } = annotations ?? {};
  return {
    name,
    description: text,
    parameters,
    inputSchema,
    hints: {
      readOnly: readOnlyHint === true,
      // Whatever else it may mean, it is no promise that nothing is destroyed.
      destructive: destructiveHint !== undefined && destructiveHint !== null && destructiveHint !== false,
      idempotent: idempotentHint === true,
    },
    hash: sha256(canonicalJson({ name, description: text, inputSchema, outputSchema, annotations })),
  };
};

const fieldsOf = (value: unknown): JsonSchema => (isSchema(value) ? value : {});

/** A server's own word may raise the risk of its tools. It lowers it only for a server the user trusts. */
export const riskOf = ({ hints }: Definition, trusted: boolean): Risk => {
  if (trusted && hints.readOnly) return 'low';
  return hints.destructive ? 'high' : 'medium';
};

/** Whether a repeat harms is the server's to know; it also gets the key of the step. */
export const repeatOf = ({ hints }: Definition, trusted: boolean): Repeat => {
  if (trusted && hints.readOnly) return 'safe';
  return hints.readOnly || hints.idempotent ? 'keyed' : 'unknown';
};
