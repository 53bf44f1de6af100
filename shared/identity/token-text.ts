import { notSignedIn } from './not-signed-in.ts';

/** Ours are under 1 KB, and those of other issuers have to fit a header; a long one is refused before it is parsed. */
export const MAX_TOKEN_LENGTH = 8 * 1024;

export const bytesOf = (part: string): Buffer => {
  const bytes = Buffer.from(part, 'base64url');
  // Spare bits in the last character would make several texts of one token.
  if (part === '' || bytes.toString('base64url') !== part) throw notSignedIn('the token is not base64url');
  return bytes;
};

/** What a part of a token says, and in which words: JSON, or the token is refused. */
export const jsonIn = (part: string): { text: string; value: unknown } => {
  const text = bytesOf(part).toString('utf8');
  try {
    return { text, value: JSON.parse(text) };
  } catch (cause) {
    throw notSignedIn('the token is not JSON', cause);
  }
};

/** The parts of a token, of a length that is read at all; its signature may be one. */
export const partsOf = (token: string): { header: string; claims: string } => {
  if (token.length > MAX_TOKEN_LENGTH) throw notSignedIn('the token is too long');
  const parts = token.split('.');
  const [header, claims, signature] = parts;
  if (parts.length !== 3 || header === undefined || claims === undefined || signature === undefined) {
    throw notSignedIn('the token does not have three parts');
  }
  bytesOf(signature);
  return { header, claims };
};

/**
 * Only we make these tokens, and always in the same spelling: JSON that does not come back the same from a parser holds a
 * name twice, or was not written by us.
 */
const objectOf = (part: string): Record<string, unknown> => {
  const { text, value } = jsonIn(part);
  if (typeof value !== 'object' || value === null || JSON.stringify(value) !== text) {
    throw notSignedIn('the token repeats a claim or is not in our spelling');
  }
  return value as Record<string, unknown>;
};

/** Checks a token's text before any cryptography, and returns which key it names. */
export const readPlainly = (token: string): { kid: string } => {
  const { header, claims } = partsOf(token);
  const { kid } = objectOf(header);
  objectOf(claims);
  if (typeof kid !== 'string') throw notSignedIn('the token names no key');
  return { kid };
};
