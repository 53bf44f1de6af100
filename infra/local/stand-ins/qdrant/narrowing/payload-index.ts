import type { Point } from '../point.ts';
import type { Tokenizer } from '../tokenizer.ts';
import { type Column, createColumn } from './column.ts';
import type { FieldLookup, Lookup } from './lookup.ts';

/** An index is thrown away once it holds this many entries of points that are gone, and more of them than of others. */
const maxGone = 1024;
/** Reading every vector in order is faster than reading more than this part of them one by one. */
const worthwhile = 1 / 3;
/** Up to this part of all slots, sorting is faster than going through all. */
const few = 1 / 50;
const gone = -1;

/**
 * The payloads of one partition by key. A column is made by the first search that asks for it, so what nobody filters
 * by costs nothing. Columns hold entries, numbers that a point keeps while its slot changes; an entry is never reused.
 */
export class PayloadIndex {
  readonly #points: readonly Point[];
  readonly #tokenizerOf: (key: string) => Tokenizer;
  readonly #columns = new Map<string, Column>();
  readonly #slotOf: number[];
  readonly #entryOf: number[];

  /** Over points that exist; later ones are told by `added` and `removed`. */
  constructor(points: readonly Point[], tokenizerOf: (key: string) => Tokenizer) {
    this.#points = points;
    this.#tokenizerOf = tokenizerOf;
    this.#slotOf = [...points.keys()];
    this.#entryOf = [...points.keys()];
  }

  get worn(): boolean {
    const stale = this.#slotOf.length - this.#entryOf.length;
    return stale > Math.max(maxGone, this.#entryOf.length);
  }

  /** A point came into the slot after the last. */
  added(point: Point): void {
    const entry = this.#slotOf.push(this.#entryOf.length) - 1;
    this.#entryOf.push(entry);
    for (const column of this.#columns.values()) column.add(point.payload, entry);
  }

  /** The point in a slot went, and the one in the last slot took its place. */
  removed(slot: number): void {
    this.#slotOf[this.#entryOf[slot]!] = gone;
    const moved = this.#entryOf.pop()!;
    if (slot === this.#entryOf.length) return;
    this.#entryOf[slot] = moved;
    this.#slotOf[moved] = slot;
  }

  /** The slots that one of the lookups leaves, ascending, or undefined if none leaves few enough. */
  narrow(lookups: Lookup[]): Uint32Array | undefined {
    const counted = lookups.map((lookup) => ({ lookup, count: this.#count(lookup) }));
    const [best] = counted.sort((a, b) => a.count - b.count);
    if (!best || best.count > this.#points.length * worthwhile) return undefined;
    return this.#slotsOf(this.#find(best.lookup));
  }

  /** Each slot once, ascending. Many are marked in a list of all slots, which is faster than sorting them. */
  #slotsOf(entries: readonly number[]): Uint32Array {
    const slots = entries.map((entry) => this.#slotOf[entry]!).filter((slot) => slot !== gone);
    if (slots.length < this.#points.length * few) return Uint32Array.from(new Set(slots)).sort();
    const marks = new Uint8Array(this.#points.length);
    for (const slot of slots) marks[slot] = 1;
    let found = 0;
    const ascending = new Uint32Array(slots.length);
    for (let slot = 0; slot < marks.length; slot++) if (marks[slot] === 1) ascending[found++] = slot;
    return ascending.subarray(0, found);
  }

  #count(lookup: Lookup): number {
    if (lookup.kind !== 'some') return this.#column(lookup).count(lookup);
    return lookup.of.reduce((sum, one) => sum + this.#column(one).count(one), 0);
  }

  #find(lookup: Lookup): readonly number[] {
    if (lookup.kind !== 'some') return this.#column(lookup).find(lookup);
    return lookup.of.flatMap((one) => this.#column(one).find(one));
  }

  #column(lookup: FieldLookup): Column {
    const name = `${lookup.kind} ${lookup.key}`;
    const known = this.#columns.get(name);
    if (known) return known;
    const column = createColumn(lookup, this.#tokenizerOf(lookup.key));
    for (const [slot, { payload }] of this.#points.entries()) column.add(payload, this.#entryOf[slot]!);
    this.#columns.set(name, column);
    return column;
  }
}
