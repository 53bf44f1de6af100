import { fold } from './text/fold.ts';
import type { PiiType } from './types.ts';

/** The type of a placeholder that a person typed: it is replaced as well, so that it never passes for one of ours. */
export const LITERAL = 'LITERAL';
export type PlaceholderType = PiiType | typeof LITERAL;

/** `<EMAIL_1>`. Nothing else is ever restored. */
export const PLACEHOLDER = /<([A-Z][A-Z0-9_]{0,39})_([1-9]\d{0,8})>/g;
export const MAX_PLACEHOLDER_LENGTH = 52;

/** The mapping of one session, in both directions. A value keeps its placeholder for the whole session. */
export interface Placeholders {
  placeholderFor(type: PlaceholderType, value: string): string;
  /** The value as it was first written; undefined if this session has no such placeholder. */
  valueOf(placeholder: string): string | undefined;
}

const digitsOf = (value: string): string => value.replace(/\D/g, '');
const compact = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

const emailOf = (value: string): string =>
  value
    .toLowerCase()
    .replace(/ ?[[({<] ?(?:at|@|собака|собачка|a) ?[\])}>] ?| (?:at|собака|собачка) | ?@ ?/, '@')
    .replace(/ ?[[({] ?(?:\.|dot|d0t|точка) ?[\])}] ?| (?:dot|точка) /g, '.');

/** `8 (912) …` and `+7 912 …` are one number in Russia. */
const phoneOf = (value: string): string =>
  digitsOf(value)
    .replace(/^00/, '')
    .replace(/^8(?=\d{10}$)/, '7');

const NORMAL_FORMS: Partial<Record<PlaceholderType, (value: string) => string>> = {
  EMAIL: emailOf,
  PHONE: phoneOf,
  CARD: digitsOf,
  SSN: digitsOf,
  RU_INN: digitsOf,
  RU_SNILS: digitsOf,
  RU_PASSPORT: digitsOf,
  IBAN: compact,
  PASSPORT: compact,
  MAC: compact,
};

/** One form for all spellings of a value: an address in lower case, a number as digits, without disguises. */
export const normalForm = (type: PlaceholderType, value: string): string => {
  if (type === LITERAL) return value;
  const plain = fold(value).text;
  return NORMAL_FORMS[type]?.(plain) ?? plain;
};

export type PlaceholderEntry = { placeholder: string; type: PlaceholderType; value: string };

/** Placeholders in memory; `entries` of one make the next, for instance from the store of a session. */
export class SessionPlaceholders implements Placeholders {
  readonly #byValue = new Map<string, string>();
  readonly #byPlaceholder = new Map<string, PlaceholderEntry>();
  readonly #counts = new Map<PlaceholderType, number>();

  constructor(entries: Iterable<PlaceholderEntry> = []) {
    for (const entry of entries) this.#keep(entry);
  }

  placeholderFor(type: PlaceholderType, value: string): string {
    const known = this.#byValue.get(`${type} ${normalForm(type, value)}`);
    if (known !== undefined) return known;
    const placeholder = `<${type}_${(this.#counts.get(type) ?? 0) + 1}>`;
    this.#keep({ placeholder, type, value });
    return placeholder;
  }

  valueOf(placeholder: string): string | undefined {
    return this.#byPlaceholder.get(placeholder)?.value;
  }

  entries(): PlaceholderEntry[] {
    return [...this.#byPlaceholder.values()];
  }

  #keep(entry: PlaceholderEntry): void {
    const number = Number(/_(\d+)>$/.exec(entry.placeholder)?.[1]);
    this.#byValue.set(`${entry.type} ${normalForm(entry.type, entry.value)}`, entry.placeholder);
    this.#byPlaceholder.set(entry.placeholder, entry);
    this.#counts.set(entry.type, Math.max(number, this.#counts.get(entry.type) ?? 0));
  }
}
