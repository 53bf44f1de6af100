import { SCORE, type Sink } from '../types.ts';

export const PEM_MARK = '-----BEGIN ';
/** A 16-kbit RSA key in PEM has 12,700 characters. */
export const MAX_KEY_LENGTH = 16 * 1024;
const header = /-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?-----/y;
const footer = /-----END [A-Z0-9 ]{0,40}-----/y;
/** The body of a key whose end is missing: lines of base64, also with their line breaks written as `\n`. */
const body = /^(?:(?:\s|\\[nr])*[A-Za-z0-9+/=]{16,})*(?:(?:\s|\\[nr])+[A-Za-z0-9+/]{1,15}={0,2}(?![A-Za-z0-9]))?/;

const headerEnd = (text: string, start: number): number | undefined => {
  header.lastIndex = start;
  return header.test(text) ? header.lastIndex : undefined;
};

const footerEnd = (text: string, from: number, limit: number): number | undefined => {
  const reach = text.slice(from, limit);
  const next = reach.indexOf(PEM_MARK);
  const at = (next < 0 ? reach : reach.slice(0, next)).indexOf('-----END ');
  if (at < 0) return undefined;
  footer.lastIndex = from + at;
  return footer.test(text) ? footer.lastIndex : undefined;
};

/** End of the private key that starts at `start`, whole or truncated; undefined when none starts there (RFC 7468). */
export const pemEnd = (text: string, start: number): number | undefined => {
  const from = headerEnd(text, start);
  if (from === undefined) return undefined;
  const whole = footerEnd(text, from, start + MAX_KEY_LENGTH);
  if (whole !== undefined) return whole;
  return from + (body.exec(text.slice(from, start + MAX_KEY_LENGTH))?.[0].length ?? 0);
};

/** True while the end of the key that starts at `start` may still come: no end yet, and no other key either. */
export const pemIsOpen = (text: string, start: number): boolean => {
  const from = start + PEM_MARK.length;
  if (text.length - start >= MAX_KEY_LENGTH + 64 || text.slice(from, start + MAX_KEY_LENGTH).includes(PEM_MARK))
    return false;
  return footerEnd(text, from, start + MAX_KEY_LENGTH) === undefined;
};

export const findPem = (text: string, at: number, sink: Sink): number => {
  const end = pemEnd(text, at);
  if (end === undefined) return at;
  sink('PEM', at, end, SCORE.shape);
  return end;
};
