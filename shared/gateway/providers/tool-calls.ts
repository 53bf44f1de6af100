import { randomUUID } from 'node:crypto';
import type { ToolRequest } from '../call/model-call.ts';
import { ModelError } from '../call/model-error.ts';
import { argumentsOf, isWholeObject, writtenOf } from './call-arguments.ts';
import { isFields } from './parse-json.ts';

/** Of one call, in UTF-8. */
export const MAX_ARGUMENTS_BYTES = 256 * 1024;
export const MAX_CALLS = 32;
/** OpenAI allows names of 64 characters and makes ids of some 30. */
const MAX_NAME_LENGTH = 256;

type Draft = { id: string; name: string; parts: string[]; bytes: number; index: number };

/** One element of a chunk's `tool_calls`. Nothing about it is trusted. */
type Piece = { index: number | undefined; id: string; name: string; written: string };

/**
 * Assembles the calls of an answer from their pieces. OpenAI marks each piece with its call's index. Other providers leave the
 * index out, or always write 0, and send each call whole: there another id, or a name after a whole call, begins another
 * call. A piece with neither continues the one before.
 */
export class ToolCalls {
  readonly #drafts: Draft[] = [];
  readonly #byIndex = new Map<number, Draft>();

  add(pieces: unknown): void {
    if (!Array.isArray(pieces) && !isFields(pieces)) throw malformed('tool_calls must be an array');
    for (const piece of [pieces].flat()) this.#addOne(pieceOf(piece));
  }

  get count(): number {
    return this.#drafts.length;
  }

  /** Whether all of them are whole, as far as can be seen. */
  get areFinished(): boolean {
    return this.finished().length === this.count;
  }

  /** All of them, in their order, each with a unique id, which the tool's result refers to. */
  whole(): ToolRequest[] {
    return requestsOf(this.#drafts);
  }

  /** Those that the model had finished when it had to stop: the last may lack its arguments, or their end. */
  finished(): ToolRequest[] {
    const last = this.#drafts.at(-1);
    const isFinished = (draft: Draft): boolean => {
      const written = draft.parts.join('');
      return draft.name !== '' && (isWholeObject(written) || (written === '' && draft !== last));
    };
    return requestsOf(this.#drafts.filter(isFinished));
  }

  #addOne(piece: Piece): void {
    const draft = this.#draftOf(piece);
    draft.id ||= piece.id;
    draft.name ||= piece.name;
    draft.bytes += Buffer.byteLength(piece.written);
    if (draft.bytes > MAX_ARGUMENTS_BYTES) throw new ModelError('too_long');
    if (piece.written) draft.parts.push(piece.written);
  }

  #draftOf(piece: Piece): Draft {
    const { index } = piece;
    const open = index === undefined ? this.#continued(piece) : this.#byIndex.get(index);
    const draft = open && !isAnother(piece, open) ? open : this.#begin(index ?? this.#drafts.at(-1)?.index ?? 0);
    if (index !== undefined) this.#byIndex.set(index, draft);
    return draft;
  }

  /** Without an index: the call with that id, or for a piece without id and name the latest call. */
  #continued({ id, name }: Piece): Draft | undefined {
    if (id !== '') return this.#drafts.find((draft) => draft.id === id);
    return name === '' ? this.#drafts.at(-1) : undefined;
  }

  #begin(index: number): Draft {
    if (this.#drafts.length >= MAX_CALLS) throw new ModelError('too_long');
    const draft: Draft = { id: '', name: '', parts: [], bytes: 0, index };
    this.#drafts.push(draft);
    return draft;
  }
}

/** Whether a piece begins another call where one is open. A server may repeat a call's id and name in each of its pieces. */
const isAnother = ({ id, name, written }: Piece, open: Draft): boolean => {
  if (id !== '' && open.id !== '' && open.id !== id) return true;
  if (name === '' || open.name === '') return false;
  const isRepeated = id !== '' && id === open.id;
  if (open.bytes === 0) return !isRepeated && name !== open.name;
  return (written !== '' || !isRepeated) && isWholeObject(open.parts.join(''));
};

const requestsOf = (drafts: Draft[]): ToolRequest[] => {
  const ids = new Set<string>();
  return drafts
    .toSorted((a, b) => a.index - b.index)
    .map(({ id, name, parts }) => {
      if (name === '') throw malformed('A call must name a tool.');
      const own = id === '' || ids.has(id) ? `call_${randomUUID()}` : id;
      ids.add(own);
      return { id: own, name, arguments: argumentsOf(parts.join('')) };
    });
};

/** Calls of a custom tool have a text, and not a function's arguments. */
const pieceOf = (given: unknown): Piece => {
  const piece = isFields(given) ? given : {};
  const called = [piece.function, piece.custom].find(isFields) ?? {};
  return {
    index: typeof piece.index === 'number' ? piece.index : undefined,
    id: textOf(piece.id),
    name: textOf(called.name),
    written: writtenOf(called.arguments ?? called.input),
  };
};

/** Anything but a text is as good as nothing. */
const textOf = (value: unknown): string => {
  if (typeof value !== 'string') return '';
  if (value.length > MAX_NAME_LENGTH) throw malformed(`A name must have at most ${MAX_NAME_LENGTH} characters.`);
  return value;
};

const malformed = (message: string): ModelError => new ModelError('malformed', { cause: new Error(message) });
