import { CLOSINGS, EVERYDAY, OPENINGS } from './everyday-words.ts';

/** A longer text differs in details that its vector does not show, and lines are code, lists or letters. */
const MAX_LENGTH = 500;

/**
 * What two requests must have in common before their vectors are compared, in its order: everything but the words that say
 * nothing, each word by one that stands for its like. Numbers, negations and names are among it, being no everyday words.
 * `undefined`: not a request of one short line, or nothing is left of it.
 */
export const particularsOf = (text: string): string[] | undefined => {
  if (text.length > MAX_LENGTH || /[\r\n\t`]/.test(text)) return undefined;
  const rest = strippedOf(text.normalize('NFC').replaceAll('’', "'").trim());
  const words = rest.split(/\s+/).flatMap(wordsIn);
  const told = words.map(({ word, isFirst }) => particularOf(word, isFirst)).filter((word) => word !== '');
  return told.length === 0 ? undefined : told;
};

/** Openings are taken off from the left, closings from the right, until none is left. */
const strippedOf = (text: string): string => {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    for (const opening of OPENINGS) rest = rest.replace(opening, '');
    for (const closing of CLOSINGS) rest = rest.replace(closing, '');
  }
  return rest;
};

type Word = { word: string; isFirst: boolean };

/** A word without the marks around it, and what is contracted in it. A mark inside of a sentence stays: it may be a price or a path. */
const wordsIn = (piece: string, at: number): Word[] => {
  const isFirst = at === 0;
  // What is quoted is spoken about, so it counts as it stands, marks included.
  if (/^["'“„«‹]|["'”“»›]$/.test(piece)) return [{ word: `"${piece}"`, isFirst: false }];
  const bare = piece.replace(/^\(+|[,;)]+$/g, '');
  const negated = /^(.+)n't$/i.exec(bare);
  if (negated)
    return [
      { word: uncontracted(negated[1] ?? ''), isFirst },
      { word: 'not', isFirst: false },
    ];
  const possessive = /^(what|which|it|that|here|there)'s$/i.exec(bare);
  if (possessive) return [{ word: possessive[1] ?? '', isFirst }];
  return bare === '' ? [] : [{ word: bare, isFirst }];
};

const uncontracted = (stem: string): string => ({ ca: 'can', wo: 'will', sha: 'shall' })[stem.toLowerCase()] ?? stem;

/** `IT` and `Us` are names where `it` and `us` are none: only the first word may be capitalised and mean the same. */
const particularOf = (word: string, isFirst: boolean): string => {
  const small = word.toLowerCase();
  const isPlain = word === small || (isFirst && word.slice(1) === small.slice(1));
  if (!isPlain) return word;
  return EVERYDAY.get(small) ?? small;
};
