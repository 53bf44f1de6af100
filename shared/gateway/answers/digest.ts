import { sha256 } from '../../core/digest.ts';
import type { ModelCall } from '../call/model-call.ts';

/** What tells one request from another for whoever answers it. The scope is no part of it: it is in every key already. */
const ABOUT = [
  'agent',
  'purpose',
  'model',
  'messages',
  'toolChoice',
  'responseFormat',
  'maxTokens',
  'temperature',
  'topP',
  'topK',
  'stop',
  'seed',
  'frequencyPenalty',
  'presencePenalty',
  'reasoningEffort',
  'thinking',
] as const satisfies readonly (keyof ModelCall)[];

/** The same for requests that differ only in the order of fields, in ids, or in who waits for them and how. */
export const digestOf = (call: ModelCall): string => sha256(canonical(ABOUT.map((name) => call[name] ?? null)));

/** JSON with the fields of every object in one order. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
