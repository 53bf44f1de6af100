import type { DetectOptions, Placeholders } from '../../pii/index.ts';
import type { Answer, Hooks, Piece } from '../chain/policy.ts';
import type { PiiEngine } from '../pii-engine.ts';
import { callWith } from './texts.ts';

/** Replacements that are looked up, not numbered: what the engine finds becomes what `replacementOf` says of its type. */
export const fixedReplacements = (replacementOf: (type: string, value: string) => string): Placeholders => ({
  placeholderFor: (type, value) => (type === 'LITERAL' ? value : replacementOf(type, value)),
  valueOf: () => undefined,
});

/** Hooks that change what the engine finds in answers, in a stream as in the whole: it holds back what may still become more. */
export const engineHooks = (
  { redact, RedactingStream }: PiiEngine,
  replacements: Placeholders,
  options: DetectOptions,
): Pick<Hooks, 'onResponse' | 'onStreamEvent' | 'onStreamEnd'> => {
  const stream = new RedactingStream(replacements, options);
  const changed = (text: string): string => redact(text, replacements, options).text;
  const inCalls = (piece: Extract<Piece, { kind: 'call' }>): Piece => ({
    kind: 'call',
    call: callWith(piece.call, changed),
  });
  const textOf = (text: string): Piece[] => (text === '' ? [] : [{ kind: 'text', text }]);
  return {
    onResponse: ({ text, calls }: Answer) => ({
      text: changed(text),
      calls: calls.map((call) => callWith(call, changed)),
    }),
    onStreamEvent: (piece) => {
      if (piece.kind === 'call') return [inCalls(piece)];
      return textOf(stream.push(piece.text));
    },
    onStreamEnd: () => textOf(stream.end()),
  };
};
