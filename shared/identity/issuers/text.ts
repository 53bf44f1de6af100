import { notSignedIn } from '../not-signed-in.ts';
import { jsonIn, MAX_TOKEN_LENGTH, partsOf } from '../token-text.ts';
import { repeatsName } from './json-names.ts';

type Json = Record<string, unknown>;

/** A token's text before any cryptography: nothing in it is to be believed yet. */
export type IssuedText = { header: Json; claims: Json };

/** Others may spell their JSON as they like, but say nothing twice. */
const objectOf = (part: string): Json => {
  const { text, value } = jsonIn(part);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notSignedIn('the token is no object');
  if (repeatsName(text)) throw notSignedIn('the token repeats a claim');
  return value as Json;
};

export const readIssuedText = (token: string): IssuedText => {
  const { header, claims } = partsOf(token);
  return { header: objectOf(header), claims: objectOf(claims) };
};

/** Whom a text says it is of, if it is a token at all. Chooses who checks it, and nothing more. */
export const issuerNamedIn = (token: string): unknown => {
  const [, claims = ''] = token.length > MAX_TOKEN_LENGTH ? [] : token.split('.');
  try {
    return (JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Json | null)?.iss;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
