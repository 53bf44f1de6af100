import type { Answer, Piece } from './policy.ts';

/** One side of a policy: what went in, or came out. The gateway bounds an answer, the stage what comes of it. */
export class Transcript {
  readonly #texts: string[] = [];
  readonly #calls: string[] = [];
  length = 0;

  add(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      if (piece.kind === 'call') this.#calls.push(`${piece.call.name}(${piece.call.arguments})`);
      else {
        this.length += piece.text.length;
        this.#texts.push(piece.text);
      }
    }
  }

  shown(): [string, string] {
    return [this.#texts.join(''), this.#calls.join('\n')];
  }
}

export const piecesOf = ({ text, calls }: Answer): Piece[] => [
  ...(text === '' ? [] : [{ kind: 'text' as const, text }]),
  ...calls.map((call): Piece => ({ kind: 'call', call })),
];

export const answerOf = (pieces: readonly Piece[]): Answer => ({
  text: pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join(''),
  calls: pieces.flatMap((piece) => (piece.kind === 'call' ? [piece.call] : [])),
});
