import type { Conversation, ToolResult } from './conversation.ts';

const members = ['result', 'value', 'text', 'answer', 'content', 'time', 'iso', 'now'];

/** The results of the tools in words, if there are any. */
export function answerFromTools({ results }: Conversation): string | undefined {
  return results.length === 0 ? undefined : results.map(inWords).join(' ');
}

function inWords({ name, text }: ToolResult): string {
  const value = parse(text);
  const failure = failureIn(value, text);
  if (failure !== undefined) return `I could not use ${name}: ${sentence(failure)}`;
  const words = plain(value);
  if (/calc/.test(name)) return `The result is ${sentence(words)}`;
  if (/clock|time/.test(name)) return `It is ${sentence(words)}`;
  if (/save|remember/.test(name)) return 'I will remember that.';
  if (/search|recall/.test(name)) return found(value, words);
  return `${name} answered: ${sentence(words)}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A SyntaxError: not JSON.
    return text;
  }
}

function failureIn(value: unknown, text: string): string | undefined {
  if (typeof value === 'object' && value !== null && 'error' in value && value.error) return plain(value.error);
  return /^(?:error|rejected|refused|denied|failed)\b/i.test(text) ? text : undefined;
}

function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  for (const member of [...members, 'message', 'detail']) {
    const inner = (value as Record<string, unknown>)[member];
    if (inner !== undefined && inner !== null) return plain(inner);
  }
  return JSON.stringify(value);
}

function found(value: unknown, words: string): string {
  const list = Array.isArray(value) ? value : (value as { items?: unknown } | null)?.items;
  if (!Array.isArray(list)) return `I found this in my memory: ${sentence(words)}`;
  if (list.length === 0) return 'I found nothing about that in my memory.';
  return `I found this in my memory: ${sentence(list.map(plain).join('; '))}`;
}

const sentence = (text: string) => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
