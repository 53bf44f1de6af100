import { ModelError } from '../call/model-error.ts';
import type { NativeThought } from '../call/reasoning.ts';
import { WholeCharacters } from './whole-characters.ts';

/** What a model says beside its answer. */
export type Aside =
  | { kind: 'reasoning'; text: string; native?: Omit<NativeThought, 'origin'> }
  | { kind: 'refusal'; text: string };

/** In UTF-8, of one answer: the words, and again in their form for the model. */
const MAX_ASIDES_BYTES = 2 * 1024 * 1024;

/** Collects thoughts and refusals, and gives them out in their order. */
export class Asides {
  readonly #characters = { reasoning: new WholeCharacters(), refusal: new WholeCharacters() };
  readonly #parts: string[] = [];
  #waiting: Aside[] = [];
  #bytes = 0;
  /** The model refused in its own words. */
  hasRefused = false;

  get hasBegun(): boolean {
    return this.#bytes > 0;
  }

  /** All words so far. */
  get text(): string {
    return this.#parts.join('');
  }

  think(text: string): void {
    this.#add('reasoning', this.#characters.reasoning.push(text));
  }

  refuse(text: string): void {
    this.hasRefused ||= text !== '';
    this.#add('refusal', this.#characters.refusal.push(text));
  }

  /** A thought is complete: its form for the model. */
  close(native: Omit<NativeThought, 'origin'>): void {
    this.#add('reasoning', this.#characters.reasoning.rest());
    this.#grow(JSON.stringify(native.data));
    this.#waiting.push({ kind: 'reasoning', text: '', native });
  }

  /** Those that have not been given out yet. */
  take(): readonly Aside[] {
    if (this.#waiting.length === 0) return NONE;
    const all = this.#waiting;
    this.#waiting = [];
    return all;
  }

  /** The same, with the characters of which only a half came. */
  rest(): readonly Aside[] {
    this.#add('reasoning', this.#characters.reasoning.rest());
    this.#add('refusal', this.#characters.refusal.rest());
    return this.take();
  }

  #add(kind: Aside['kind'], text: string): void {
    if (text === '') return;
    this.#grow(text);
    this.#parts.push(text);
    this.#waiting.push({ kind, text });
  }

  #grow(text: string): void {
    this.#bytes += Buffer.byteLength(text);
    if (this.#bytes > MAX_ASIDES_BYTES) throw new ModelError('too_long');
  }
}

const NONE: readonly Aside[] = [];
