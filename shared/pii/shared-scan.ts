import { scanProse } from './names/scan.ts';
import { scanQuasiIdentifiers } from './quasi-identifiers/scan.ts';
import { isCutThrough } from './reading/cuts.ts';
import { scanStructured } from './scan.ts';
import {
  type Candidate,
  DEFAULT_TYPES,
  NUMBER_TYPES,
  type PiiType,
  PROSE_TYPES,
  type Sink,
  STRUCTURED_TYPES,
} from './types.ts';

const BY_DEFAULT = new Set<PiiType>(DEFAULT_TYPES);

/** Everything of these types, by default of `DEFAULT_TYPES`, in folded `text` from `from` on, before overlaps are settled. */
export const scanned = (text: string, from: number, types?: readonly PiiType[]): Candidate[] => {
  const candidates: Candidate[] = [];
  const wanted = types === undefined ? BY_DEFAULT : new Set<PiiType>(types);
  const wants = (some: readonly PiiType[]): boolean => some.some((type) => wanted.has(type));
  const sink: Sink = (type, start, end, score) => {
    if (start < from || end <= start || !wanted.has(type)) return;
    if (type === 'PEM' || !isCutThrough(text, start, end)) candidates.push({ type, start, end, score });
  };
  if (wants(STRUCTURED_TYPES)) scanStructured(text, from, sink, wants(NUMBER_TYPES));
  if (wants(PROSE_TYPES)) scanProse(text, from, sink);
  if (types !== undefined) scanQuasiIdentifiers(text, from, sink, wanted);
  return candidates;
};

/**
 * One scan of each text for several who look for types of their own: every one of them gets what it would have found alone,
 * as overlaps are settled only among the types that it wants. It keeps the texts, so it lives no longer than their call.
 */
export class SharedScan {
  readonly #types: readonly PiiType[] | undefined;
  readonly #found = new Map<string, Map<number, Candidate[]>>();

  /** `types`: all that anybody will ask for; by default `DEFAULT_TYPES`. */
  constructor(types?: readonly PiiType[]) {
    this.#types = types;
  }

  scanned(text: string, from: number, types?: readonly PiiType[]): Candidate[] {
    const all = this.#all(text, from);
    const wanted: readonly PiiType[] = types ?? DEFAULT_TYPES;
    return all.filter(({ type }) => wanted.includes(type));
  }

  #all(text: string, from: number): Candidate[] {
    const known = this.#found.get(text) ?? new Map<number, Candidate[]>();
    const found = known.get(from) ?? scanned(text, from, this.#types);
    known.set(from, found);
    this.#found.set(text, known);
    return found;
  }
}
