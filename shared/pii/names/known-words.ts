import { isAmbiguousName, isGivenName, isPlainSurname, isSurname } from './dictionary.ts';
import { isPatronymic, isRussianSurname } from './russian.ts';
import { isNeverName, isPlaceFirst, isPlacePrefix } from './words.ts';

/** What dictionaries and endings say of one word. */
export type Known = {
  given: boolean;
  /** A given name that is a word, a month, a place or a brand too. */
  ambiguous: boolean;
  surname: boolean;
  /** A family name and nothing else, which may stand alone. */
  plainSurname: boolean;
  patronymic: boolean;
  never: boolean;
  /** A given name that is first of all something else: another capitalised word behind it makes no name. */
  placeFirst: boolean;
  placePrefix: boolean;
  cyrillic: boolean;
};

const CYRILLIC = /[а-яё]/;
const MAX_REMEMBERED = 8_192;
const remembered = new Map<string, Known>();

const lookUp = (word: string): Known => {
  const cyrillic = CYRILLIC.test(word);
  return {
    given: isGivenName(word),
    ambiguous: isAmbiguousName(word),
    surname: cyrillic ? isRussianSurname(word) : isSurname(word),
    plainSurname: !cyrillic && isPlainSurname(word) && !isAmbiguousName(word) && !isPlaceFirst(word),
    patronymic: isPatronymic(word),
    never: isNeverName(word),
    placeFirst: isPlaceFirst(word),
    placePrefix: isPlacePrefix(word),
    cyrillic,
  };
};

/** `word` in lower case. Remembered, as the same words come again and again. */
export const known = (word: string): Known => {
  const before = remembered.get(word);
  if (before !== undefined) return before;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const found = lookUp(word);
  remembered.set(word, found);
  return found;
};
