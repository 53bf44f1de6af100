import { randomUUID } from 'node:crypto';
import type { ToolRequest } from '../call/model-call.ts';
import { ModelError } from '../call/model-error.ts';

/** Of one call, in UTF-8. */
export const MAX_ARGUMENTS_BYTES = 256 * 1024;
export const MAX_CALLS = 32;
/** OpenAI allows names of 64 characters and makes ids of some 30. */
const MAX_NAME_LENGTH = 256;

type Draft = { id: string; name: string; parts: string[]; bytes: number };

/** One element of a chunk's `tool_calls`. Nothing about it is trusted. */
type Piece = { index?: unknown; id?: unknown; function?: { name?: unknown; arguments?: unknown } | null } | null;

/**
 * Assembles the calls of an answer from their pieces. OpenAI marks each piece with its call's index. Other providers leave the
 * index out, or always write 0, and send each call whole: there a new id, or a name without an index, begins another call.
 */
export class ToolCalls {
  readonly #drafts: Draft[] = [];
  readonly #byIndex = new Map<number, Draft>();

  add(pieces: unknown): void {
    if (!Array.isArray(pieces)) throw malformed('tool_calls must be an array');
    for (const piece of pieces as Piece[]) this.#addOne(piece);
  }

  get count(): number {
    return this.#drafts.length;
  }

  /** All of them, each with a unique id, which the tool's result refers to. */
  whole(): ToolRequest[] {
    const ids = new Set<string>();
    return this.#drafts.map(({ id, name, parts }) => {
      if (name === '') throw malformed('A call must name a tool.');
      const own = id === '' || ids.has(id) ? `call_${randomUUID()}` : id;
      ids.add(own);
      return { id: own, name, arguments: parts.join('').toWellFormed() || '{}' };
    });
  }

  #addOne(piece: Piece): void {
    const id = textOf(piece?.id, MAX_NAME_LENGTH);
    const name = textOf(piece?.function?.name, MAX_NAME_LENGTH);
    const text = textOf(piece?.function?.arguments, Number.POSITIVE_INFINITY);
    const draft = this.#draftOf(piece?.index, id, name);
    draft.id ||= id;
    draft.name ||= name;
    draft.bytes += Buffer.byteLength(text);
    if (draft.bytes > MAX_ARGUMENTS_BYTES) throw new ModelError('too_long');
    if (text) draft.parts.push(text);
  }

  #draftOf(index: unknown, id: string, name: string): Draft {
    const position = typeof index === 'number' ? index : undefined;
    const open = position === undefined ? this.#continued(id, name) : this.#byIndex.get(position);
    const isAnother = open !== undefined && id !== '' && open.id !== '' && open.id !== id;
    const draft = open && !isAnother ? open : this.#begin();
    if (position !== undefined) this.#byIndex.set(position, draft);
    return draft;
  }

  /** Without an index: the call with that id, or for a piece without id and name the latest call. */
  #continued(id: string, name: string): Draft | undefined {
    if (id !== '') return this.#drafts.find((draft) => draft.id === id);
    return name === '' ? this.#drafts.at(-1) : undefined;
  }

  #begin(): Draft {
    if (this.#drafts.length >= MAX_CALLS) throw new ModelError('too_long');
    const draft: Draft = { id: '', name: '', parts: [], bytes: 0 };
    this.#drafts.push(draft);
    return draft;
  }
}

const textOf = (value: unknown, maxLength: number): string => {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string' || value.length > maxLength)
    throw malformed(`A part of a call must be a text of at most ${maxLength} characters.`);
  return value;
};

const malformed = (message: string): ModelError => new ModelError('malformed', { cause: new Error(message) });
