import { createRequire } from 'node:module';
import { type ChatRequest, textOf } from './chat-request.ts';
import type { Reply } from './reply.ts';

export type Usage = { prompt_tokens: number; completion_tokens: number; total_tokens: number };

/** What a message costs beside its text, and what primes the answer: OpenAI's own rule of counting. */
const perMessage = 3;
const priming = 3;

type Encoding = typeof import('gpt-tokenizer/encoding/o200k_base');

let encoding: Encoding | undefined;

/** Loaded when something is counted: its table takes 30 MB, and where another model answers nothing ever is. */
function loaded(): Encoding {
  encoding ??= createRequire(import.meta.url)('gpt-tokenizer/encoding/o200k_base') as Encoding;
  return encoding;
}

/** Counts text as text: nothing in it is taken for a control token. */
export function count(text: string): number {
  return loaded().countTokens(text, { allowedSpecial: new Set(), disallowedSpecial: new Set() });
}

export function usageOf({ messages, tools }: ChatRequest, reply: Reply): Usage {
  const prompt = messages.map((message) => {
    const calls = message.tool_calls ? count(JSON.stringify(message.tool_calls)) : 0;
    return perMessage + count(message.role) + count(textOf(message)) + calls;
  });
  const offered = tools?.length ? count(JSON.stringify(tools)) : 0;
  const prompt_tokens = prompt.reduce((sum, one) => sum + one, priming + offered);
  const calls = reply.calls.map(({ name, arguments: given }) => count(name) + count(given) + perMessage);
  const completion_tokens = calls.reduce((sum, one) => sum + one, count(reply.text ?? ''));
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

/** The first `limit` tokens of a text, by whole pieces. */
export function cut(pieces: string[], limit: number): string[] {
  let used = 0;
  const end = pieces.findIndex((piece) => {
    used += count(piece);
    return used > limit;
  });
  return end === -1 ? pieces : pieces.slice(0, end);
}
