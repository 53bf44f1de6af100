import { hash } from 'node:crypto';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const VALUE = new Map([...ALPHABET].map((character, value) => [character, value]));

const decode = (text: string): Buffer | undefined => {
  const bytes: number[] = [];
  for (const character of text) {
    let carry = VALUE.get(character);
    if (carry === undefined) return undefined;
    for (let index = 0; index < bytes.length; index += 1) {
      carry += bytes[index]! * 58;
      bytes[index] = carry & 0xff;
      carry >>= 8;
    }
    while (carry > 0) {
      bytes.push(carry & 0xff);
      carry >>= 8;
    }
  }
  const zeroes = /^1*/.exec(text)![0].length;
  return Buffer.from([...new Uint8Array(zeroes), ...bytes.reverse()]);
};

const sha256 = (bytes: Buffer): Buffer => hash('sha256', bytes, 'buffer');

/** Base58Check: the last four bytes are the start of the double SHA-256 of those before them. */
export const isBase58Check = (text: string): boolean => {
  const bytes = decode(text);
  if (bytes === undefined || bytes.length < 21) return false;
  const sum = sha256(sha256(bytes.subarray(0, -4)));
  return sum.subarray(0, 4).equals(bytes.subarray(-4));
};
