import { notSignedIn } from '../not-signed-in.ts';
import { bytesOf, MAX_TOKEN_LENGTH } from '../token-text.ts';
import { repeatsName } from './json-names.ts';

type Json = Record<string, unknown>;

/** A token's text before any cryptography: nothing in it is to be believed yet. */
export type IssuedText = { header: Json; claims: Json };

/** Others may spell their JSON as they like, but say nothing twice. */
const objectOf = (part: string): Json => {
  const text = bytesOf(part).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw notSignedIn('the token is not JSON', cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notSignedIn('the token is no object');
  if (repeatsName(text)) throw notSignedIn('the token repeats a claim');
  return value as Json;
};

export const readIssuedText = (token: string): IssuedText => {
  if (token.length > MAX_TOKEN_LENGTH) throw notSignedIn('the token is too long');
  const parts = token.split('.');
  const [header, claims, signature] = parts;
  if (parts.length !== 3 || header === undefined || claims === undefined || signature === undefined) {
    throw notSignedIn('the token does not have three parts');
  }
  bytesOf(signature);
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
