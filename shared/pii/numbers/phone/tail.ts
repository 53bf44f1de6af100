const WORD = [
  'ext(?:ension|n)?',
  'xtn',
  'x',
  'доб(?:авочн\\p{L}*)?',
  'вн(?:утр(?:енн\\p{L}*)?)?',
  'durchwahl',
  'dw',
  'nebenstelle',
  'nst',
  'apparat',
  'klappe',
  'poste',
  'int(?:erno|erne)?',
  'anexo',
  'ramal',
  'toestel',
  'dahili',
  'wew(?:n)?',
  '#',
].join('|');
const NUMBER = '(?:[ \\t]{0,2}(?:number|no\\.?|nr\\.?|номер))?[ \\t]{0,2}[:.=#№-]?[ \\t]{0,2}\\d{1,7}(?![\\p{L}\\d_])';
const EXTENSION = `(?:${WORD})\\.?${NUMBER}`;

/** `ext. 12`, `, доб. 12`, `(x12)`, `;ext=12`, `Durchwahl -12`; digits that are dialled after a pause: `,,12#`. */
const extension = new RegExp(
  `[ \\t]{0,2}(?:[,;]?[ \\t]{0,2}${EXTENSION}|\\([ \\t]?${EXTENSION}[ \\t]?\\))|[,;pw]{2,3}\\d{1,8}#?(?![\\p{L}\\d_])`,
  'iuy',
);
/** The other last digits of a row of numbers: `123-45-67/68`. */
const otherEndings = /(?:\/-?\d{1,4})+(?!\d|[.,:-]\d)/y;
const tightEnding = /[-./]\d{1,5}(?!\d|[.,:/-]\d)/y;

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

/** End of the extension that follows a number's end at `at`; `at` without one. */
export const extensionEnd = (text: string, at: number): number => endOf(extension, text, at);

/**
 * End of all that belongs to the number whose digits end at `at`. `sure`: a `+` or a word vouches for the number, so that
 * what hangs on it by a dash or a dot is of it too.
 */
export const tailEnd = (text: string, at: number, sure: boolean): number => {
  const endings = endOf(otherEndings, text, at);
  const tight = endings === at && sure ? endOf(tightEnding, text, at) : endings;
  return extensionEnd(text, tight);
};
