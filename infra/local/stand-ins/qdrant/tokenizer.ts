import { malformed, unsupported } from './refusal.ts';

export type Tokenizer = (text: string) => string[];

/** The tokenizers of a text index whose result does not depend on a dictionary: `word` and `whitespace`. */
export function parseTokenizer(params: Record<string, unknown>): Tokenizer {
  const kind = params.tokenizer ?? 'word';
  if (kind !== 'word' && kind !== 'whitespace') throw unsupported(`the tokenizer ${JSON.stringify(kind)}`);
  const separator = kind === 'word' ? /[^\p{L}\p{N}]+/u : /\s+/u;
  const lower = params.lowercase !== false;
  const shortest = length(params.min_token_len, 0);
  const longest = length(params.max_token_len, Number.POSITIVE_INFINITY);
  return (text) =>
    (lower ? text.toLowerCase() : text)
      .split(separator)
      .filter((token) => token !== '' && token.length >= shortest && token.length <= longest);
}

function length(value: unknown, otherwise: number): number {
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw malformed(`${JSON.stringify(value)} is not a length`);
}
