import { isExactNumber } from '../../core/json/exact.ts';

/**
 * One thought in the form in which its model wants it back with the next request: signed, hidden, or under a name of the
 * upstream's own. `origin` says which upstream and model had it; a thought that a client sent has none.
 */
export type NativeThought = { kind: 'openai' | 'anthropic'; data: Record<string, unknown>; origin?: string };

/** What a model thought before it spoke: for reading, and as it goes back. */
export type Reasoning = { text: string; native?: NativeThought[] };

/** A part of the reasoning as it comes. `native` closes a thought; what follows is another one. */
export type ReasoningPart = { text: string; native?: NativeThought };

/** Collects reasoning from its parts: several thoughts are joined by an empty line. */
export class ReasoningCollector {
  readonly #parts: string[] = [];
  readonly #native: NativeThought[] = [];
  #isClosed = false;

  /** Adds a part; returns its text as it continues what came before. */
  add({ text, native }: ReasoningPart): string {
    const continued = text !== '' && this.#isClosed && this.#parts.length > 0 ? `\n\n${text}` : text;
    if (text !== '') {
      this.#parts.push(continued);
      this.#isClosed = false;
    }
    if (native) {
      this.#native.push(native);
      this.#isClosed = true;
    }
    return continued;
  }

  whole(): Reasoning | undefined {
    if (this.#parts.length === 0 && this.#native.length === 0) return undefined;
    return { text: this.#parts.join(''), ...(this.#native.length > 0 && { native: [...this.#native] }) };
  }
}

/** The parts that make up the reasoning again: the words, then what closes each thought. */
export const partsOf = ({ text, native = [] }: Reasoning): ReasoningPart[] => [
  ...(text === '' ? [] : [{ text }]),
  ...native.map((one) => ({ text: '', native: one })),
];

/** Fields of native thoughts that people can read; all others are signatures, names and ciphertext. */
const WORDS = new Set(['thinking', 'text', 'summary', 'content', 'reasoning', 'reasoning_content']);

type Change = (text: string) => string;

/**
 * The reasoning with its words changed: a policy's work. What cannot be read stays as it is. `keepsSignatures`: the change
 * gives a model back what it wrote.
 */
export const reasoningWith = (
  { text, native }: Reasoning,
  change: Change,
  { keepsSignatures = false } = {},
): Reasoning => ({
  text: change(text),
  ...(native && {
    native: native.map((one) => (keepsSignatures ? thoughtWith(one, change) : rewrittenThought(one, change))),
  }),
});

const thoughtWith = (thought: NativeThought, change: Change): NativeThought => ({
  ...thought,
  data: wordsWith(thought.data, change) as Record<string, unknown>,
});

/**
 * A thought with its words changed, without its signature if that does not fit them any more: a model refuses what it has
 * not signed so. `fits` tells that the change of a text will be taken back before the model sees it; by default none is.
 */
export const rewrittenThought = (
  thought: NativeThought,
  change: Change,
  fits = (before: string, after: string): boolean => before === after,
): NativeThought => {
  const isSigned = JSON.stringify(thought.data).includes('"signature"');
  let isForGood = false;
  const changed = thoughtWith(thought, (text) => {
    const now = change(text);
    isForGood ||= isSigned && !fits(text, now);
    return now;
  });
  return isForGood ? { ...changed, data: unsigned(changed.data) as Record<string, unknown> } : changed;
};

const unsigned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unsigned);
  if (typeof value !== 'object' || value === null || isExactNumber(value)) return value;
  const kept = Object.entries(value).filter(([name]) => name !== 'signature');
  return Object.fromEntries(kept.map(([name, one]) => [name, unsigned(one)]));
};

const wordsWith = (value: unknown, change: (text: string) => string, isWord = false): unknown => {
  if (typeof value === 'string') return isWord ? change(value) : value;
  if (Array.isArray(value)) return value.map((one) => wordsWith(one, change, isWord));
  if (typeof value !== 'object' || value === null || isExactNumber(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, wordsWith(one, change, WORDS.has(name))]),
  );
};
