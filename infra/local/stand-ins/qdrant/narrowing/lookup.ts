import type { NumberSpan } from './ordered-values.ts';

/** How a condition finds its candidates: every point that meets it is among them, and not every candidate meets it. */
export type Lookup =
  | { kind: 'value'; key: string; values: unknown[] }
  | { kind: 'word'; key: string; words: string[]; need: 'every' | 'some' }
  | { kind: 'number' | 'date'; key: string; span: NumberSpan }
  | { kind: 'some'; of: FieldLookup[] };

/** One that asks a single column. */
export type FieldLookup = Exclude<Lookup, { kind: 'some' }>;
