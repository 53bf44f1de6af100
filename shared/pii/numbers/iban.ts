import { continuesWord } from '../reading/characters.ts';
import { SCORE, type Sink } from '../types.ts';
import { isMod97 } from './check-digits.ts';

/** Lengths from the IBAN registry of SWIFT, release 99. */
const LENGTHS = new Map(
  `NO15 BE16 DK18 FI18 FK18 FO18 GL18 NL18 SD18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 XK20 MN20 CH21 HR21 LI21 LV21
  BG22 BH22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 AE23 GI23 IL23 IQ23 TL23 OM23 SO23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24
  SK24 TN24 VG24 CR22 LY25 PT25 IS26 TR26 FR27 GR27 IT27 MC27 MR27 SM27 AL28 AZ28 BY28 CY28 DO28 GT28 HU28 LB28 NI28 PL28 SV28
  BI27 DJ27 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 HN28 YE30 MT31 SC31 LC32 ST25 RU33`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const alphanumeric = /[A-Za-z0-9]/;
/** What stands between the groups of an account, as it is written and as it is printed. */
const separator = /[ ./-]/;
const MAX_SEPARATORS = 3;
/** A lower-case word between groups is a word, not part of an account. */
const lowerGroup = /(?:^|[ ./-])[a-z]{2,}(?:[ ./-]|$)/;

/** End of `length` letters and digits from `start` on, skipping a few separators; -1 when the text has fewer. */
const endOf = (text: string, start: number, length: number): number => {
  let taken = 0;
  let skipped = 0;
  let at = start;
  while (taken < length) {
    const character = text[at] ?? '';
    if (alphanumeric.test(character)) {
      taken += 1;
      skipped = 0;
    } else {
      skipped += 1;
      if (skipped > MAX_SEPARATORS || !separator.test(character)) return -1;
    }
    at += 1;
  }
  return at;
};

/** An IBAN whose check digits stand at `digits`, right behind the two letters of its country. */
export const findIban = (text: string, digits: number, sink: Sink): number => {
  const start = digits - 2;
  const length = LENGTHS.get(text.slice(start, digits).toUpperCase());
  if (length === undefined || start < 0 || continuesWord(text.charCodeAt(start - 1))) return digits;
  const end = endOf(text, start, length);
  if (end < 0 || continuesWord(text.charCodeAt(end))) return digits;
  const written = text.slice(start, end);
  const account = written.replace(/[ ./-]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}/.test(account) || lowerGroup.test(written) || !isMod97(account)) return digits;
  sink('IBAN', start, end, SCORE.checksum);
  return end;
};
