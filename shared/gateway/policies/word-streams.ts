import type { NativeThought } from '../call/reasoning.ts';
import type { Piece, Words } from '../chain/policy.ts';

/** Changes a text that comes in pieces; it may hold the end of a piece back. */
export type TextStream = { push(text: string): string; end(): string };

/**
 * One stream of changed words after another: reasoning, text and refusals are texts of their own, so what one of them still
 * holds back is handed over before another goes on. `thought` changes a thought's form for the model.
 */
export class WordStreams {
  readonly #make: () => TextStream;
  readonly #thought: (native: NativeThought) => NativeThought;
  #kind: Words['kind'] = 'text';
  #stream: TextStream | undefined;

  constructor(make: () => TextStream, thought = (native: NativeThought): NativeThought => native) {
    this.#make = make;
    this.#thought = thought;
  }

  push(words: Words): Piece[] {
    const before = words.kind === this.#kind ? undefined : this.end();
    this.#kind = words.kind;
    this.#stream ??= this.#make();
    const pushed = pieceOf(words.kind, this.#stream.push(words.text));
    const made = before && before.length > 0 ? [...before, ...pushed] : pushed;
    if (words.kind !== 'reasoning' || !words.native) return made;
    return [...made, ...this.end(), { kind: 'reasoning', text: '', native: this.#thought(words.native) }];
  }

  end(): Piece[] {
    const rest = this.#stream?.end() ?? '';
    this.#stream = undefined;
    return pieceOf(this.#kind, rest);
  }
}

const pieceOf = (kind: Words['kind'], text: string): Piece[] => (text === '' ? [] : [{ kind, text }]);
