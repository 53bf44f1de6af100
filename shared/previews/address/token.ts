import { randomBytes } from 'node:crypto';
import { sha256 } from '../../core/digest.ts';

/** 160 bits: nobody finds a preview by trying. */
const TOKEN_BYTES = 20;
/** Host names know no capital letters. Source: RFC 4648, section 6. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const BITS_OF_A_LETTER = 5;
const aToken = /^[a-z2-7]{32}$/;

export type RandomBytes = (size: number) => Buffer;

/** What makes an address unknown to all but those who were told it: one label of a host name. */
export const newToken = (random: RandomBytes = randomBytes): string => {
  const bits = [...random(TOKEN_BYTES)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.match(new RegExp(`.{${BITS_OF_A_LETTER}}`, 'g')) ?? [];
  return letters.map((letter) => ALPHABET[Number.parseInt(letter, 2)]).join('');
};

export const isToken = (text: string): boolean => aToken.test(text);

/** What is stored of a token, so that whoever reads the table cannot open a preview. */
export const hashOf = (token: string): string => sha256(token);
