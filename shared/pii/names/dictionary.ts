import { AMBIGUOUS_NAMES } from './data/ambiguous-names.ts';
import { GIVEN_NAMES } from './data/given-names.ts';
import { RUSSIAN_GIVEN_NAMES } from './data/russian-given-names.ts';
import { SURNAMES } from './data/surnames.ts';
import { isRussianGivenName } from './russian.ts';

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

const given = words(GIVEN_NAMES);
const ambiguous = words(AMBIGUOUS_NAMES);
const surnames = words(SURNAMES);
const russian = words(RUSSIAN_GIVEN_NAMES);

const CYRILLIC = /[а-яё]/;

/** `word` in lower case. A double name counts by its first half. */
export const isGivenName = (word: string): boolean => {
  if (CYRILLIC.test(word)) return isRussianGivenName(word, russian);
  return given.has(word) || (word.includes('-') && given.has(word.slice(0, word.indexOf('-'))));
};

/** Also a word, a month, a place or a brand: a name only in the company of another. */
export const isAmbiguousName = (word: string): boolean => ambiguous.has(word);

export const isSurname = (word: string): boolean => surnames.has(word) || /^(?:mac|mc|o')[a-z]{3,}$/.test(word);
