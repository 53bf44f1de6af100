import { AMBIGUOUS_NAMES } from './data/ambiguous-names.ts';
import { GIVEN_NAMES } from './data/given-names.ts';
import { MORE_GIVEN_NAMES } from './data/more-given-names.ts';
import { MORE_SURNAMES } from './data/more-surnames.ts';
import { GIVEN_WORDS, SURNAME_WORDS } from './data/plain-words.ts';
import { RUSSIAN_GIVEN_NAMES } from './data/russian-given-names.ts';
import { SURNAMES } from './data/surnames.ts';
import { isRussianGivenName } from './russian.ts';

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

const given = words(`${GIVEN_NAMES} ${MORE_GIVEN_NAMES}`);
const ambiguous = words(AMBIGUOUS_NAMES);
const surnames = words(`${SURNAMES} ${MORE_SURNAMES}`);
const surnameWords = words(SURNAME_WORDS);
const givenWords = words(GIVEN_WORDS);
const russian = words(RUSSIAN_GIVEN_NAMES);

const CYRILLIC = /[а-яё]/;

/** `word` in lower case. A double name counts by its first half. */
export const isGivenName = (word: string): boolean => {
  if (CYRILLIC.test(word)) return isRussianGivenName(word, russian);
  return given.has(word) || (word.includes('-') && given.has(word.slice(0, word.indexOf('-'))));
};

/** Also a word, a month, a place or a brand: a name only in the company of another. */
export const isAmbiguousName = (word: string): boolean => ambiguous.has(word);

/** Endings that say `child of` or `from` in Iceland, Scandinavia, the Balkans, Poland, Ukraine, Romania, Greece, Georgia, Turkey. */
const ENDING =
  /(?:ssen|sson|sdóttir|sdottir|vić|ovic|evic|vich|wski|wska|ński|ńska|czyk|enko|escu|shvili|poulos|opoulou|oğlu|oglu|ová|qvist|quist|.{3}[aio]syan|.{3}[aiu]nyan)$/;
const LEAST_WITH_ENDING = 6;
const LESSONS = words('lesson lessons caisson');

const endsAsSurname = (word: string): boolean =>
  word.length >= LEAST_WITH_ENDING && ENDING.test(word) && !surnameWords.has(word) && !LESSONS.has(word);

export const isSurname = (word: string): boolean =>
  surnames.has(word) || /^(?:mac|mc|o')[a-z]{3,}$/.test(word) || endsAsSurname(word);

/** A family name that is nothing else: it needs no other word beside it. */
export const isPlainSurname = (word: string): boolean =>
  (surnames.has(word) && !surnameWords.has(word)) || endsAsSurname(word);

/** A given name that is no word of English: it may come in lower case. */
export const isPlainGivenName = (word: string): boolean =>
  given.has(word) && !givenWords.has(word) && !ambiguous.has(word);
