import { isDigitCode, isRunCode, isTriggerCode } from './characters.ts';
import { findBracketedEmail, findEmail, findSpokenEmail } from './network/email.ts';
import { findIpV6 } from './network/ip.ts';
import { findMacAround, findMacDotted, findMacRun } from './network/mac.ts';
import { findUrlCredentials, findWebhook } from './network/url.ts';
import { findNumbers } from './numbers/find.ts';
import { findIban } from './numbers/iban.ts';
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
const COLON = 58;
const EQUALS = 61;
const CYRILLIC_T = 0x442;

/** How far before `from` a trigger may stand whose value starts at `from`: `="`, `: "`. */
const TRIGGER_REACH = 8;

/** A long run of token characters; true when its digits are no numbers of their own. */
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
  if (next === 46 && (size === 2 || size === 4)) findKey(text, start, sink);
  if (next !== 32) return;
  if (size === 3 && (text.charCodeAt(start) | 32) === 100) findSpokenEmail(text, start, sink);
  if (size === 5 || size === 6) findBearer(text, start, sink);
};

const trigger = (text: string, at: number, code: number, sink: Sink): number => {
  if (code === AT) findEmail(text, at, sink);
  else if (code === EQUALS) findLabelledSecret(text, at, sink);
  else if (code !== COLON) findBracketedEmail(text, at, sink);
  else return colon(text, at, sink);
  return at + 1;
};

const colon = (text: string, at: number, sink: Sink): number => {
  if (text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 47) {
    if (findUrlCredentials(text, at, sink) === at) findWebhook(text, at, sink);
    return at + 1;
  }
  findLabelledSecret(text, at, sink);
  const next = text.charCodeAt(at + 1);
  if (next === COLON || isRunCode(next)) {
    findBotToken(text, at, sink);
    if (!findMacAround(text, at, sink)) findIpV6(text, at, sink);
  }
  return at + 1;
};

/**
 * One pass over folded text that hands the few places where a structured value may stand to the finder that knows it:
 * runs of token characters, digits, and the characters of `isTriggerCode`. Everything else costs a table look-up.
 */
export const scanStructured = (text: string, from: number, sink: Sink): void => {
  let numbersDone = 0;
  let at = Math.max(0, from - TRIGGER_REACH);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isRunCode(code)) {
      const start = at;
      let digit = -1;
      for (let next = code; isRunCode(next); next = text.charCodeAt(++at))
        if (digit < 0 && isDigitCode(next)) digit = at;
      if (at - start >= LONG_RUN) {
        if (longRun(text, start, at, sink)) continue;
      } else if (digit < 0) shortRun(text, start, at, sink);
      if (at - start === 4 && text.charCodeAt(at) === 46 && findMacDotted(text, start, sink)) continue;
      if (digit >= 0) numbersDone = scanDigits(text, digit, at, numbersDone, sink);
    } else if (isTriggerCode(code)) at = trigger(text, at, code, sink);
    else {
      if (code === CYRILLIC_T && text.startsWith('точка ', at)) findSpokenEmail(text, at, sink);
      at += 1;
    }
  }
};

/** The digits of one run; a row of groups may reach beyond the run and is then not read again. */
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
