import { partsOf, ReasoningCollector } from '../call/reasoning.ts';
import type { Answer, Piece, Words } from './policy.ts';

/** All that went into a policy, or came out of it. The gateway bounds an answer, the stage what a policy makes of it. */
export class Transcript {
  readonly #texts: string[] = [];
  readonly #reasoning: string[] = [];
  readonly #calls: string[] = [];
  /** Of its texts, in code units. */
  length = 0;

  add(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      if (piece.kind === 'call') this.#calls.push(`${piece.call.name}(${piece.call.arguments})`);
      else {
        this.length += piece.text.length;
        (piece.kind === 'reasoning' ? this.#reasoning : this.#texts).push(piece.text);
      }
    }
  }

  parts(): { text: string; reasoning: string; calls: string } {
    return { text: this.#texts.join(''), reasoning: this.#reasoning.join(''), calls: this.#calls.join('\n') };
  }
}

export const isWords = (piece: Piece): piece is Words => piece.kind !== 'call';

export const piecesOf = ({ text, calls, refusal = '', reasoning }: Answer): Piece[] => [
  ...(reasoning ? partsOf(reasoning).map((part): Piece => ({ kind: 'reasoning', ...part })) : []),
  ...(text === '' ? [] : [{ kind: 'text' as const, text }]),
  ...(refusal === '' ? [] : [{ kind: 'refusal' as const, text: refusal }]),
  ...calls.map((call): Piece => ({ kind: 'call', call })),
];

export const answerOf = (pieces: readonly Piece[]): Answer => {
  const thoughts = new ReasoningCollector();
  const said = { text: '', refusal: '' };
  for (const piece of pieces) {
    if (piece.kind === 'reasoning') thoughts.add(piece);
    else if (piece.kind !== 'call') said[piece.kind] += piece.text;
  }
  const reasoning = thoughts.whole();
  return {
    text: said.text,
    calls: pieces.flatMap((piece) => (piece.kind === 'call' ? [piece.call] : [])),
    ...(said.refusal !== '' && { refusal: said.refusal }),
    ...(reasoning && { reasoning }),
  };
};
