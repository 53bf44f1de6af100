import type { ProjectScope } from '../../core/scope.ts';
import { piiEngine } from '../pii-engine.ts';
import { openPlaceholderStore } from './open-store.ts';

const placeholder = /<[A-Z][A-Z0-9_]{0,39}_[1-9]\d{0,8}>/g;

/**
 * The JSON arguments of an agent's tool call, with the session's values in place of its placeholders. Only for calls that a
 * person has agreed to, or of which nothing leaves the account: the model, and anyone who spoke through it, decides what
 * arguments contain. A placeholder the session does not know stays as it is. `schema` is the tool's: it decides where a value
 * is a number.
 */
export const realArguments = async (
  scope: ProjectScope,
  session: string,
  text: string,
  schema?: Record<string, unknown>,
): Promise<string> => {
  const used = text.match(placeholder) ?? [];
  if (used.length === 0) return text;
  const [{ restoreArguments, SessionPlaceholders }, store] = await Promise.all([
    piiEngine(),
    openPlaceholderStore(scope, session),
  ]);
  const known = new Set(store.entries.map((entry) => entry.placeholder));
  if (used.some((one) => !known.has(one))) await store.refresh();
  return restoreArguments(text, new SessionPlaceholders(store.entries), schema, { into: 'json' });
};
