import { findBracketedEmail, findEmail, findSpokenEmail } from './network/email.ts';
import { findIpV6 } from './network/ip.ts';
import { findMacAround, findMacDotted, findMacRun } from './network/mac.ts';
import { findUrlCredentials, findWebhook } from './network/url.ts';
import { findNumbers } from './numbers/find.ts';
import { findIban } from './numbers/iban.ts';
import { DIGIT, isDigitCode, kindOf, RUN, TRIGGER } from './reading/characters.ts';
import { findCryptoAddress } from './secrets/crypto-address.ts';
import { findKey } from './secrets/key.ts';
import { findBearer, findBotToken, findLabelledSecret } from './secrets/labelled.ts';
import { findPem, PEM_MARK } from './secrets/pem.ts';
import type { Sink } from './types.ts';

/** No key, address or identifier is shorter. */
const LONG_RUN = 14;
const identifier =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i;

/** Code points of the characters that start a rarer form. */
const AT = 64;
const DOT = 46;
const COLON = 58;
const EQUALS = 61;
const CYRILLIC_T = 0x442;

/** A trigger may be this far before its value: `="`, `: "`. */
const TRIGGER_REACH = 8;

/** A long run of token characters; true if its digits are not to be read as numbers. */
const longRun = (text: string, start: number, end: number, sink: Sink): boolean => {
  if (text.charCodeAt(start) === 45 && text.startsWith(PEM_MARK.trimEnd(), start))
    return findPem(text, start, sink) > start;
  if (findKey(text, start, sink) > start) return true;
  if (identifier.test(text.slice(start, end))) return true;
  return findMacRun(text, start, end, sink) || findCryptoAddress(text, start, end, sink);
};

const shortRun = (text: string, start: number, end: number, sink: Sink): void => {
  const size = end - start;
  const next = text.charCodeAt(end);
  if (size === PEM_MARK.length - 1 && next === 32 && text.startsWith(PEM_MARK, start)) findPem(text, start, sink);
  if (next === DOT && (size === 2 || size === 4)) findKey(text, start, sink);
  if (next !== 32) return;
  if (size === 3 && (text.charCodeAt(start) | 32) === 100) findSpokenEmail(text, start, sink);
  if (size === 5 || size === 6) findBearer(text, start, sink);
};

/** A run of token characters; true if its digits are not to be read as numbers. */
const run = (text: string, start: number, end: number, digit: number, sink: Sink): boolean => {
  if (end - start >= LONG_RUN) return longRun(text, start, end, sink);
  if (digit < 0) shortRun(text, start, end, sink);
  return end - start === 4 && text.charCodeAt(end) === DOT && findMacDotted(text, start, sink);
};

const trigger = (text: string, at: number, code: number, sink: Sink): void => {
  if (code === AT) findEmail(text, at, sink);
  else if (code === EQUALS) findLabelledSecret(text, at, sink);
  else if (code === COLON) colon(text, at, sink);
  else findBracketedEmail(text, at, sink);
};

const colon = (text: string, at: number, sink: Sink): void => {
  if (text.startsWith('//', at + 1)) {
    if (findUrlCredentials(text, at, sink) === at) findWebhook(text, at, sink);
    return;
  }
  findLabelledSecret(text, at, sink);
  const next = text.charCodeAt(at + 1);
  if (next !== COLON && (kindOf(next) & RUN) === 0) return;
  findBotToken(text, at, sink);
  if (!findMacAround(text, at, sink)) findIpV6(text, at, sink);
};

/**
 * One pass over folded text that hands the few places where a structured value may be to the finder for it: runs of token
 * characters, digits, and the characters that trigger a search. Every other character costs one table look-up. `numbers`:
 * whether any type of number is wanted.
 */
export const scanStructured = (text: string, from: number, sink: Sink, numbers: boolean): void => {
  let numbersDone = 0;
  let at = Math.max(0, from - TRIGGER_REACH);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if ((kind & RUN) !== 0) {
      const start = at;
      let digit = -1;
      for (let next = kind; (next & RUN) !== 0; next = at < text.length ? kindOf(text.charCodeAt(at)) : 0) {
        if (digit < 0 && (next & DIGIT) !== 0) digit = at;
        at += 1;
      }
      if (run(text, start, at, digit, sink) || digit < 0 || !numbers) continue;
      numbersDone = scanDigits(text, digit, at, numbersDone, sink);
    } else if ((kind & TRIGGER) !== 0) {
      trigger(text, at, code, sink);
      at += 1;
    } else {
      if (code === CYRILLIC_T && text.startsWith('точка ', at)) findSpokenEmail(text, at, sink);
      at += 1;
    }
  }
};

/** The digits of one run. A number may reach beyond the run; its digits are then not read again. */
const scanDigits = (text: string, digit: number, end: number, done: number, sink: Sink): number => {
  let numbersDone = done;
  for (let at = Math.max(digit, done); at < end; at += 1) {
    if (!isDigitCode(text.charCodeAt(at))) continue;
    const account = findIban(text, at, sink);
    numbersDone = account > at ? account : findNumbers(text, at, sink);
    at = numbersDone - 1;
  }
  return numbersDone;
};
