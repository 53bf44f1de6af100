export const STRUCTURED_TYPES = [
  'EMAIL',
  'PHONE',
  'CARD',
  'IBAN',
  'SSN',
  'PASSPORT',
  'RU_PASSPORT',
  'RU_INN',
  'RU_SNILS',
  'IP',
  'MAC',
  'URL_CREDENTIALS',
  'BIRTH_DATE',
  'KEY',
  'JWT',
  'PEM',
  'CRYPTO',
] as const;

/** Types that begin with digits: if none of them is wanted, numbers are skipped. */
export const NUMBER_TYPES = [
  'PHONE',
  'CARD',
  'IBAN',
  'SSN',
  'PASSPORT',
  'RU_PASSPORT',
  'RU_INN',
  'RU_SNILS',
  'IP',
  'BIRTH_DATE',
] as const satisfies readonly (typeof STRUCTURED_TYPES)[number][];

export const PROSE_TYPES = ['NAME', 'ADDRESS'] as const;

/** What is looked for unless types are named. */
export const DEFAULT_TYPES = [...STRUCTURED_TYPES, ...PROSE_TYPES] as const;

/** Facts that point to a person only together with others (ISO/IEC 20889). Looked for only where they are named. */
export const QUASI_IDENTIFIER_TYPES = [
  'PLACE',
  'ORGANISATION',
  'NATIONALITY',
  'AGE',
  'DATE',
  'ZIP_CODE',
  'DOMAIN',
] as const;

export type QuasiIdentifierType = (typeof QUASI_IDENTIFIER_TYPES)[number];
export type BuiltInType = (typeof DEFAULT_TYPES)[number] | QuasiIdentifierType;
export type CustomType = `CUSTOM_${string}`;
export type PiiType = BuiltInType | CustomType;

/** Offsets are UTF-16 code units into the original text; `score` is between 0 (a guess) and 1 (a check digit agreed). */
export type Span = { type: PiiType; start: number; end: number; value: string; score: number };

/** A span before conflicts are settled, in offsets of the folded text. */
export type Candidate = { type: PiiType; start: number; end: number; score: number };

/** Where detectors put what they find. */
export type Sink = (type: PiiType, start: number, end: number, score: number) => void;
/** The score of a finding, by its evidence. */
export const SCORE = {
  checksum: 1,
  shape: 0.9,
  context: 0.85,
  dictionary: 0.7,
  guess: 0.5,
} as const;
