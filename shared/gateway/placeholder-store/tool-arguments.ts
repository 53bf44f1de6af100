import type { ProjectScope } from '../../core/scope.ts';
import { piiEngine } from '../pii-engine.ts';
import { openPlaceholderStore } from './session-store.ts';

const placeholder = /<[A-Z][A-Z0-9_]{0,39}_[1-9]\d{0,8}>/g;

/**
 * The arguments of an agent's tool call, JSON, with the values of its session for the placeholders in them. For whoever
 * carries calls out, once a person has agreed to the call or nothing of it leaves the account: the model, and whoever spoke
 * through it, decides what stands in arguments. A placeholder the session never gave stays as it is.
 */
export const realArguments = async (scope: ProjectScope, session: string, text: string): Promise<string> => {
  const used = text.match(placeholder) ?? [];
  if (used.length === 0) return text;
  const [{ restore, SessionPlaceholders }, vault] = await Promise.all([
    piiEngine(),
    openPlaceholderStore(scope, session),
  ]);
  const known = new Set(vault.entries.map((entry) => entry.placeholder));
  if (used.some((one) => !known.has(one))) await vault.refresh();
  return restore(text, new SessionPlaceholders(vault.entries), { into: 'json' });
};
