import { findEnglishAddress, findPostBox } from '../addresses/english.ts';
import { findEuropeanAddress } from '../addresses/european.ts';
import { findRussianAddresses } from '../addresses/russian.ts';
import { isDigitCode, isLetterCode } from '../reading/characters.ts';
import type { Sink } from '../types.ts';
import { findLowerCaseName, findName } from './name.ts';

const WIDE_UPPER = /\p{Lu}/u;

export const isUpperCode = (code: number): boolean => {
  if (code < 128) return code >= 65 && code <= 90;
  if (code >= 0x410 && code <= 0x42f) return true;
  return code !== 0x401 && (code < 0xc0 || (code >= 0x430 && code <= 0x45f))
    ? false
    : WIDE_UPPER.test(String.fromCharCode(code));
};

const CYRILLIC = /[\u0400-\u04FF]/;
/** Words after which a name may come in lower case. */
const introduces = /(?<!\p{L})(?:my name is|меня зовут|зовут|call me) (?=\p{Ll})/giu;

/** Names and addresses from `from` on: whatever starts with a capital letter or a digit, and a few fixed phrases. */
export const scanProse = (text: string, from: number, sink: Sink): void => {
  let done = from;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigitCode(code)) {
      const previous = text.charCodeAt(at - 1);
      if (!isDigitCode(previous) && !isLetterCode(previous)) findEnglishAddress(text, at, sink);
    } else if (isUpperCode(code) && at >= done && !isLetterCode(text.charCodeAt(at - 1))) {
      if (code === 80) findPostBox(text, at, sink);
      findEuropeanAddress(text, at, sink);
      done = findName(text, at, sink);
    }
  }
  introduces.lastIndex = Math.max(0, from - 16);
  for (let match = introduces.exec(text); match !== null; match = introduces.exec(text))
    findLowerCaseName(text, introduces.lastIndex, sink);
  if (CYRILLIC.test(text)) findRussianAddresses(text, from, sink);
};
