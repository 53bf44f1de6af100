/** Scripts that put no spaces between words, or hang further syllables on to them. */
const UNSPACED = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}`;
/** Marks belong to the word they stand in: most vowels of Hindi and Thai are marks. */
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const PART = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, 'gu');
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');
const HAN = /\p{Script=Han}+/gu;

const MIN_LENGTH = 2;
const MAX_LENGTH = 40;
/** Terms a memory is found by beside the words of its text: those of some 2,000 characters of Chinese. */
const MAX_TERMS = 3_000;

const fits = ({ length }: string): boolean => length >= MIN_LENGTH && length <= MAX_LENGTH;

/**
 * The words of a text, whatever the width and form of its letters. Where nothing separates words, every two neighbouring
 * characters are one, as in Lucene's analyzer for Chinese, Japanese and Korean; dictionaries differ, and change.
 */
const wordsWith = (text: string, singles: (part: string) => string[]): string[] =>
  (text.normalize('NFKC').toLowerCase().match(RUN) ?? []).flatMap((run) =>
    (run.match(PART) ?? []).flatMap((part) =>
      IS_UNSPACED.test(part) ? [...pairs(part), ...singles(part)] : [part].filter(fits),
    ),
  );

const pairs = (part: string): string[] => {
  const characters = [...part];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
};

/** A Chinese character may be a word, so a text has each of its own; a question means one only where it stands alone. */
export const wordsOfText = (text: string): string[] =>
  wordsWith(text, (part) => (part.match(HAN) ?? []).flatMap((run) => [...run]));

export const wordsOfQuery = (query: string): string[] =>
  wordsWith(query, (part) => (part.match(HAN) ?? []).filter((run) => [...run].length === 1));

/**
 * The words of Qdrant's `word` tokenizer as the index is set up: runs of letters and digits, of 2 to 40 characters, in lower
 * case. It may or may not part words at marks, so runs with marks are left out.
 */
export const wordsOfStore = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{Alphabetic}\p{N}\p{M}]+/gu) ?? []).filter(
    (run) => /^[\p{L}\p{N}]+$/u.test(run) && fits(run),
  );

/** What a text is found by that the store would not make a word of. */
export const termsOf = (text: string): string[] => {
  const known = new Set(wordsOfStore(text));
  return [...new Set(wordsOfText(text))].filter((word) => !known.has(word)).slice(0, MAX_TERMS);
};
