import { attributeOf, isValueOf, VERBS } from './attributes.ts';

/** That the attribute `key` of something, the person's own where no one is named, has this value. */
export type Statement = { key: string; value: string };

/** A longer text says more than a few facts. */
const MAX_LENGTH = 2_000;
const MAX_SUBJECT_WORDS = 6;

/** Two things said of one subject are not taken apart, so such a sentence counts as no plain fact. */
const SEVERAL = /\s(?:and|but|which|who|because|until|since)\s/i;
const MAX_VALUE_WORDS = 12;

/** How people begin a sentence before they come to the point. */
const OPENING =
  /^(?:(?:actually|also|and|but|by the way|correction|for your information|fyi|hello|hey|hi|now|no|note that|oh|okay|ok|please|remember|so|sorry|that|well|yes)\b[ ,:;–—-]*)+/i;

/** A question, a doubt, a wish, the past or a denial states nothing that holds now. */
const NOT_STATED =
  /\b(?:if|whether|would|could|might|(?<!(?:\d|in|of|by|on) )may(?! \d)|maybe|perhaps|probably|should|was|were|used to|not|never|or|he|she|they|it|his|her|their|its)\b|n['’]t\b|\?/i;

const COPULA = /\s(?:is|are|has changed to|changed to|has moved to|was moved to|moved to)(?:\s+(?:now|currently))?\s/i;
const AGE = /^(?<subject>.+?)\s(?:am|is|are)\s(?:now\s)?(?<value>\d{1,3})(?:\syears)?\sold$/i;

/** The words by which a subject is compared: no articles, no possessive endings, and no word for the person themselves. */
export const subjectWords = (text: string): string[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  ).filter((word) => !SILENT.has(word));

const SILENT = new Set(['a', 'an', 'the', 'my', 'our', 'i', 'im', 'we', 'user', 'users']);

/**
 * The facts that a text states, if it states nothing else; otherwise nothing, because a text that is only partly out of date
 * is still worth recalling. By rules for English.
 */
export const statementsOf = (text: string): Statement[] => {
  if (text.length > MAX_LENGTH) return [];
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.trim() !== '');
  const stated = sentences.map(statementOf);
  return stated.every((one) => one !== undefined) ? stated : [];
};

const statementOf = (sentence: string): Statement | undefined => {
  if (NOT_STATED.test(sentence.replace(/\bwas moved to\b/i, 'moved to'))) return undefined;
  const plain = sentence
    .trim()
    .replace(/[.!\s]+$/, '')
    .replace(OPENING, '')
    .replace(/\bI['’]m\b/gi, 'I am');
  return aged(plain) ?? byCopula(plain) ?? byVerb(plain);
};

const aged = (sentence: string): Statement | undefined => {
  const { subject, value } = AGE.exec(sentence)?.groups ?? {};
  return subject === undefined || value === undefined ? undefined : statement(subjectWords(subject), 'age', value);
};

/** "Alice works at Initech": the fewest words before and in the verb that leave a value. */
const byVerb = (sentence: string): Statement | undefined => {
  const words = sentence.split(/\s+/);
  for (let from = 1; from <= Math.min(MAX_SUBJECT_WORDS, words.length - 2); from += 1) {
    for (let to = Math.min(from + 4, words.length - 1); to > from; to -= 1) {
      const said = words.slice(from, to).join(' ').toLowerCase();
      const verb = VERBS.find((one) => one.said.test(said));
      const value = words.slice(to).join(' ');
      if (verb && !isValueOf([verb.attribute], value)) return undefined;
      if (verb) return statement(subjectWords(words.slice(0, from).join(' ')), verb.attribute, value);
    }
  }
  return undefined;
};

/** "My favourite colour is green", "The deadline of Orion is 5 May", "Bob’s manager is Carol". */
const byCopula = (sentence: string): Statement | undefined => {
  const at = COPULA.exec(sentence);
  if (!at) return undefined;
  const [thing = '', owner = ''] = sentence.slice(0, at.index).split(/\s(?:of|for)\s/i);
  const attribute = attributeOf(subjectWords(thing));
  if (!attribute) return undefined;
  const said = sentence.slice(at.index + at[0].length).replace(/^(?:called|named) /i, '');
  return isValueOf(attribute, said) ? statement([...subjectWords(owner), ...attribute], '', said) : undefined;
};

const statement = (subject: string[], attribute: string, said: string): Statement | undefined => {
  const words = subjectWords(said);
  const isPlain = words.length > 0 && words.length <= MAX_VALUE_WORDS && !SEVERAL.test(said);
  if (!isPlain || subject.length > MAX_SUBJECT_WORDS) return undefined;
  return { key: [...subject, ...(attribute === '' ? [] : [attribute])].join(' '), value: words.join(' ') };
};
