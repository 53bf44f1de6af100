import type { DetectOptions, Placeholders } from '../../pii/index.ts';
import type { Answer, Hooks, Piece } from '../chain/policy.ts';
import type { PiiEngine } from '../pii-engine.ts';
import { callWith } from './texts.ts';

/** Replacements that depend on the type alone: whatever the engine finds becomes `replacementOf` its type. */
export const fixedReplacements = (replacementOf: (type: string, value: string) => string): Placeholders => ({
  placeholderFor: (type, value) => (type === 'LITERAL' ? value : replacementOf(type, value)),
  valueOf: () => undefined,
});

/** Hooks that replace what the engine finds in answers. In a stream they hold back text that may be the start of a match. */
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
