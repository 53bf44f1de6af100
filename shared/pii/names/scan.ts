import { findAnnouncedAddress } from '../addresses/announced.ts';
import { findAddressLine } from '../addresses/block.ts';
import { findEnglishAddress, findPostBox } from '../addresses/english.ts';
import { findEuropeanAddress } from '../addresses/european.ts';
import { findHouseLast } from '../addresses/house-last.ts';
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

/** Words that are said of people alone or nearly so; only a plain given name in lower case behind them is one. */
const speaksOf =
  /\b(?:[Aa]sk(?:ed)?|[Tt]ell|[Tt]old|[Cc]all(?:s|ed)?|[Ee]mail(?:ed)?|[Tt]ext(?:ed)?|[Mm]ee?t|[Ww]ith|[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Tt]hanks|[Tt]his is|I'm|i'm|I am|i am|wife|husband|son|daughter|friend|boss|brother|sister|colleague) (?=[a-zß-ÿ])/g;

/** No address of these forms reaches further from its first capital letter to its house number, or back to it. */
const HOUSE_AHEAD = 160;
const HOUSE_BEHIND = 40;

/** Whether a digit is near, for places that are asked about from left to right; each character is looked at once. */
class NearbyDigits {
  #behind = Number.NEGATIVE_INFINITY;
  #ahead = -1;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  near(at: number): boolean {
    while (this.#ahead < at) {
      this.#behind = this.#ahead;
      do this.#ahead += 1;
      while (this.#ahead < this.#text.length && !isDigitCode(this.#text.charCodeAt(this.#ahead)));
    }
    const isAhead = this.#ahead < this.#text.length && this.#ahead - at < HOUSE_AHEAD;
    return isAhead || at - this.#behind <= HOUSE_BEHIND;
  }
}

const findDigitAddress = (text: string, at: number, sink: Sink): void => {
  findEnglishAddress(text, at, sink);
  findAnnouncedAddress(text, at, sink);
  findAddressLine(text, at, sink);
};

/** P, of `PO Box` and `PSC`, and U, of `Unit` and `USS`. */
const startsBox = (code: number): boolean => code === 80 || code === 85;

const findCapitalAddress = (text: string, at: number, sink: Sink): void => {
  if (startsBox(text.charCodeAt(at))) findPostBox(text, at, sink);
  findEuropeanAddress(text, at, sink);
  findHouseLast(text, at, sink);
  findAnnouncedAddress(text, at, sink);
  findAddressLine(text, at, sink);
};

/** Names and addresses from `from` on: whatever starts with a capital letter or a digit, and a few fixed phrases. */
export const scanProse = (text: string, from: number, sink: Sink): void => {
  const digits = new NearbyDigits(text);
  let done = from;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isDigitCode(code)) {
      const previous = text.charCodeAt(at - 1);
      if (!isDigitCode(previous) && !isLetterCode(previous)) findDigitAddress(text, at, sink);
    } else if (isUpperCode(code) && at >= done && !isLetterCode(text.charCodeAt(at - 1))) {
      if (digits.near(at)) findCapitalAddress(text, at, sink);
      done = findName(text, at, sink);
    }
  }
  introduces.lastIndex = Math.max(0, from - 16);
  for (let match = introduces.exec(text); match !== null; match = introduces.exec(text))
    findLowerCaseName(text, introduces.lastIndex, true, sink);
  speaksOf.lastIndex = Math.max(0, from - 16);
  for (let match = speaksOf.exec(text); match !== null; match = speaksOf.exec(text))
    findLowerCaseName(text, speaksOf.lastIndex, false, sink);
  if (CYRILLIC.test(text)) findRussianAddresses(text, from, sink);
};
