import type { DetectOptions, Placeholders } from '../../pii/index.ts';
import { type NativeThought, rewrittenThought } from '../call/reasoning.ts';
import type { Answer, Hooks, Piece } from '../chain/policy.ts';
import type { PiiEngine } from '../pii-engine.ts';
import { callWith } from './texts.ts';
import { WordStreams } from './word-streams.ts';

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
  const changed = (text: string): string => redact(text, replacements, options).text;
  const rewritten = (native: NativeThought): NativeThought => rewrittenThought(native, changed);
  const stream = new WordStreams(() => new RedactingStream(replacements, options), rewritten);
  const inCalls = (piece: Extract<Piece, { kind: 'call' }>): Piece => ({
    kind: 'call',
    call: callWith(piece.call, changed),
  });
  return {
    onResponse: ({ text, calls, refusal, reasoning }: Answer) => ({
      text: changed(text),
      calls: calls.map((call) => callWith(call, changed)),
      ...(refusal !== undefined && { refusal: changed(refusal) }),
      ...(reasoning && {
        reasoning: {
          text: changed(reasoning.text),
          ...(reasoning.native && { native: reasoning.native.map(rewritten) }),
        },
      }),
    }),
    onStreamEvent: (piece) => {
      if (piece.kind === 'call') return [inCalls(piece)];
      return stream.push(piece);
    },
    onStreamEnd: () => stream.end(),
  };
};
