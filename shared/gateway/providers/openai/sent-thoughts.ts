import type { Reasoning } from '../../call/reasoning.ts';
import type { Endpoint } from '../../settings/upstreams.ts';
import { thoughtsFor } from '../thoughts-to-send.ts';

type Fields = Record<string, unknown>;

/** Providers whose models think without showing it, and which refuse a message with fields they do not know. */
const REFUSING = /(^|\.)(openai\.com|openai\.azure\.com|mistral\.ai)$/;

/** What a model thought, in the fields in which it came. Only these: a client may have put anything beside them. */
export const thoughtFields = (
  reasoning: Reasoning | undefined,
  target: { provider: Endpoint; model: string },
): Fields => {
  if (!reasoning || REFUSING.test(new URL(target.provider.baseUrl).hostname)) return {};
  const own = thoughtsFor(reasoning, 'openai', target);
  if (own.length > 0) return own.reduce(joined, {});
  // Words without any form came through an API that has no fields for it.
  return reasoning.native || reasoning.text === '' ? {} : { reasoning_content: reasoning.text };
};

const joined = (before: Fields, more: Fields): Fields => {
  const fields = { ...before };
  for (const name of ['reasoning_content', 'reasoning']) {
    if (typeof more[name] === 'string') fields[name] = `${before[name] ?? ''}${more[name]}`;
  }
  for (const name of ['reasoning_details', 'thinking_blocks']) {
    const list = more[name];
    if (Array.isArray(list)) fields[name] = [...((before[name] as unknown[] | undefined) ?? []), ...list];
  }
  return fields;
};
