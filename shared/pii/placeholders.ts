import { fold } from './reading/fold.ts';
import type { PiiType } from './types.ts';

/** The type of a placeholder that a person typed: it is replaced as well, so that it never passes for one of ours. */
export const LITERAL = 'LITERAL';
export type PlaceholderType = PiiType | typeof LITERAL;

/** `<EMAIL_1>`, as the model is given it; `restoring/spellings.ts` knows how models rewrite it. */
export const PLACEHOLDER = /<([A-Z][A-Z0-9_]{0,39})_([1-9]\d{0,8})>/g;
export const MAX_PLACEHOLDER_LENGTH = 52;

/** The mapping of one session, in both directions. A value keeps its placeholder for the whole session. */
export interface Placeholders {
  /** `number`: the value is a JSON number, which a string replaces until it is restored. */
  placeholderFor(type: PlaceholderType, value: string, number?: boolean): string;
  /** The value as it was first written; undefined if this session has no such placeholder. */
  valueOf(placeholder: string): string | undefined;
  /** The placeholders that stand for numbers of JSON, and how each number is written. */
  readonly numbers?: ReadonlyMap<string, string>;
}

const digitsOf = (value: string): string => value.replace(/\D/g, '');
const compact = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

const emailOf = (value: string): string =>
  value
    .toLowerCase()
    .replace(/ ?[[({<] ?(?:at|@|собака|собачка|a) ?[\])}>] ?| (?:at|собака|собачка) | ?@ ?/, '@')
    .replace(/ ?[[({] ?(?:\.|dot|d0t|точка) ?[\])}] ?| (?:dot|точка) /g, '.');

/** `8 (912) …` and `+7 912 …` are one number in Russia, `011 44 …` and `+44 (0)…` in Britain. */
const phoneOf = (value: string): string =>
  digitsOf(value.replace(/(?<=\d)[ )]{0,2}\(0\)/, ''))
    .replace(/^(?:00(?:11)?|011(?=\d{10}))/, '')
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
  const form = NORMAL_FORMS[type]?.(plain) ?? plain;
  // A number of JSON may be negative: it has digits in common with a number, but is not it.
  return /^-\d+$/.test(plain) ? `-${form}` : form;
};

/** A value as a number of JSON; undefined when it has none. */
export const numberOf = (type: PlaceholderType, value: string): string | undefined => {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value)) return value;
  const digits = normalForm(type, value);
  return /^[1-9]\d*$/.test(digits) ? digits : undefined;
};

/** `number`: the value was a number of JSON when it was first seen. */
export type PlaceholderEntry = { placeholder: string; type: PlaceholderType; value: string; number?: true };

/** Placeholders in memory; `entries` of one make the next, for instance from the store of a session. */
export class SessionPlaceholders implements Placeholders {
  readonly #byValue = new Map<string, string>();
  readonly #byPlaceholder = new Map<string, PlaceholderEntry>();
  readonly numbers = new Map<string, string>();
  readonly #counts = new Map<PlaceholderType, number>();

  constructor(entries: Iterable<PlaceholderEntry> = []) {
    for (const entry of entries) this.#keep(entry);
  }

  placeholderFor(type: PlaceholderType, value: string, number = false): string {
    const known = this.#byValue.get(`${type} ${normalForm(type, value)}`);
    if (known !== undefined) {
      if (number) this.#keepNumber(known, type, value);
      return known;
    }
    const placeholder = `<${type}_${(this.#counts.get(type) ?? 0) + 1}>`;
    this.#keep({ placeholder, type, value, ...(number && { number }) });
    return placeholder;
  }

  valueOf(placeholder: string): string | undefined {
    return this.#byPlaceholder.get(placeholder)?.value;
  }

  entries(): PlaceholderEntry[] {
    return [...this.#byPlaceholder.values()];
  }

  #keepNumber(placeholder: string, type: PlaceholderType, value: string): void {
    const written = numberOf(type, value);
    if (written !== undefined) this.numbers.set(placeholder, written);
  }

  #keep(entry: PlaceholderEntry): void {
    if (entry.number) this.#keepNumber(entry.placeholder, entry.type, entry.value);
    const number = Number(/_(\d+)>$/.exec(entry.placeholder)?.[1]);
    this.#byValue.set(`${entry.type} ${normalForm(entry.type, entry.value)}`, entry.placeholder);
    this.#byPlaceholder.set(entry.placeholder, entry);
    this.#counts.set(entry.type, Math.max(number, this.#counts.get(entry.type) ?? 0));
  }
}
