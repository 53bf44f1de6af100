/** Kinds of characters in folded text. A table, because the scanners look up every character. */
export const DIGIT = 1;
const LETTER = 2;
/** ASCII letter, digit, `_` or `-`: what tokens and keys are made of. */
export const RUN = 4;
/** A value may be around it: `@`, `:`, `=`, an opening bracket. */
export const TRIGGER = 8;

/** Characters beyond ASCII are no part of a run; `isLetterCode` knows them. */
const KIND = new Uint8Array(128);
for (let code = 48; code <= 57; code += 1) KIND[code] = DIGIT | RUN;
for (let code = 65; code <= 90; code += 1) {
  KIND[code] = LETTER | RUN;
  KIND[code + 32] = LETTER | RUN;
}
for (const mark of '_-') KIND[mark.charCodeAt(0)] = RUN;
for (const mark of '@:=([{<') KIND[mark.charCodeAt(0)] = TRIGGER;

export const isDigitCode = (code: number): boolean => code >= 48 && code <= 57;

/** The bits of a character: `DIGIT`, `LETTER`, `RUN`, `TRIGGER`; none beyond ASCII and past the end. */
export const kindOf = (code: number): number => (code < 128 ? KIND[code]! : 0);

/** Writing without spaces and capitals (Chinese, Japanese, Korean): of all values only addresses of mail contain it. */
export const isIdeographCode = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af) || (code >= 0xf900 && code <= 0xfaff);

const WIDE_LETTER = /\p{L}/u;

export const isLetterCode = (code: number): boolean => {
  if (code < 128) return (KIND[code]! & LETTER) !== 0;
  if (code >= 0x400 && code <= 0x52f) return true;
  if (isIdeographCode(code)) return false;
  return WIDE_LETTER.test(String.fromCharCode(code));
};

/** Lower-case Latin or Cyrillic letter. */
export const isLowerCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 0x430 && code <= 0x45f) || (code >= 0xdf && code <= 0xff && code !== 0xf7);

/** True where a value may not start or end, because `code` would continue it. NaN (past an end of the text) does not. */
export const continuesWord = (code: number): boolean => isDigitCode(code) || code === 95 || isLetterCode(code);

const IDEOGRAPH_LETTER = /[\p{L}\p{M}]/u;
const MARK = /\p{M}/u;

/** An ideograph that is no punctuation. */
export const isIdeographLetter = (code: number): boolean =>
  isIdeographCode(code) && ((code >= 0x4e00 && code <= 0x9fff) || IDEOGRAPH_LETTER.test(String.fromCharCode(code)));

/** A sign that belongs to the letter before it: vowels of Indian and Thai writing, accents. */
export const isMarkCode = (code: number): boolean => code >= 0x300 && MARK.test(String.fromCharCode(code));
