import { createHash } from 'node:crypto';
import { Unprocessable } from '../../core/errors.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

/** Of a common password's hash. With so few, one good password in a million is taken for a common one. */
const HASH_BYTES = 4;

let common: Set<number> | undefined;

/** Read at the first registration: a sign-in has no use for it. */
const commonHashes = (): Set<number> => {
  if (common) return common;
  const bytes = Buffer.from(COMMON_PASSWORDS, 'base64');
  common = new Set();
  for (let at = 0; at < bytes.length; at += HASH_BYTES) common.add(bytes.readUInt32BE(at));
  return common;
};

const isCommon = (text: string): boolean =>
  commonHashes().has(createHash('sha256').update(text).digest().readUInt32BE(0));

/** `aaaaaaaaaa`, `abcdefghij`, `9876543210` */
const isRun = (text: string): boolean => {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return Math.abs(step) <= 1 && codes.every((code, at) => at === 0 || code - (codes[at - 1] ?? 0) === step);
};

/** `abcabcabcabc`, and what most people add when they are asked for a digit or a sign. */
const isRepetition = (text: string): boolean => /^(.{1,5})\1+$/su.test(text);
const withoutEnding = (text: string): string => text.replace(/[^\p{L}]+$/u, '');

/** Blanks, and characters that show nothing: they make a text longer and no harder to guess. */
const withoutBlanks = (text: string): string => text.replace(/[\s\p{Z}\p{C}]/gu, '');

/** `a` and nine blanks, `ababbabaab`: so few different characters are tried out by their number. */
const FEWEST_CHARACTERS = 4;
const hasFewCharacters = (text: string): boolean => new Set(text).size < FEWEST_CHARACTERS;

const isGuessable = (text: string): boolean => {
  const word = withoutEnding(text);
  if (isCommon(text) || isRun(text) || isRepetition(text) || hasFewCharacters(text)) return true;
  return word !== text && (isCommon(word) || isRepetition(word));
};

/**
 * Why somebody else would try this password among the first, as a sentence to the person; `undefined` for any other.
 * `email` is the normalized address. Source: NIST SP 800-63B-4, 3.1.1.2.
 */
export const passwordFault = (password: string, email: string): string | undefined => {
  const text = password.normalize('NFKC').trim().toLowerCase();
  if (withoutBlanks(text) === '') return 'Must not be blank.';
  if (text === email || text === email.split('@')[0]) return 'Must not be the e-mail address.';
  if (isGuessable(text) || isGuessable(withoutBlanks(text)))
    return 'Is among the passwords that are guessed first. Choose another one.';
  return undefined;
};

/** Refuses such a password with a 422 that names the field. */
export const refuseFaulty = (password: string, email: string): void => {
  const message = passwordFault(password, email);
  if (message === undefined) return;
  throw new Unprocessable('This password is not safe.', { errors: [{ path: 'password', message }] });
};
