import type { Answer, Piece } from './policy.ts';

/** All that went into a policy, or came out of it. The gateway bounds an answer, the stage what a policy makes of it. */
export class Transcript {
  readonly #texts: string[] = [];
  readonly #calls: string[] = [];
  /** Of its texts, in code units. */
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

  parts(): { text: string; calls: string } {
    return { text: this.#texts.join(''), calls: this.#calls.join('\n') };
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
