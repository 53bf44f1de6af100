import type { Tool as ServerTool } from '@modelcontextprotocol/sdk/types.js';
import { sha256 } from '../../core/digest.ts';
import type { JsonSchema, Repeat, Risk } from '../tool.ts';
import { canonicalJson } from './canonical.ts';

/** A tool as its server describes it, as far as we go by it. */
export type Definition = {
  name: string;
  description: string;
  schema: JsonSchema;
  hints: { readOnly?: boolean; destructive?: boolean; idempotent?: boolean };
  /** Of all that could change what the tool does or how it is judged. */
  hash: string;
};

const MAX_DESCRIPTION_LENGTH = 4_096;
const MAX_SCHEMA_LENGTH = 64 * 1024;

/** A tool that cannot be offered, and why. */
export type UnsupportedTool = { name: string; reason: string };

export const definitionOf = (tool: ServerTool): Definition | UnsupportedTool => {
  const { name, description = '', inputSchema, outputSchema, annotations, execution } = tool;
  if (name.length > 128) return { name: `${name.slice(0, 32)}…`, reason: 'its name is too long' };
  if (description.length > MAX_DESCRIPTION_LENGTH) return { name, reason: 'its description is too long' };
  if (JSON.stringify(inputSchema).length > MAX_SCHEMA_LENGTH) return { name, reason: 'its schema is too large' };
  if (execution?.taskSupport === 'required') return { name, reason: 'it works only as a task of the server' };
  return {
    name,
    description,
    schema: inputSchema,
    hints: {
      readOnly: annotations?.readOnlyHint,
      destructive: annotations?.destructiveHint,
      idempotent: annotations?.idempotentHint,
    },
    hash: sha256(canonicalJson({ name, description, inputSchema, outputSchema, annotations })),
  };
};

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
