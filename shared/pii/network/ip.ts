import { isIPv6 } from 'node:net';
import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';

const quad = /(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}(?!\w|\.\d|-\d)/y;
/** No host at all, masks, and the machine itself. */
const nobody = /^(?:0\.0\.0\.0|255\.\d+\.\d+\.\d+|127\.0\.0\.1)$/;
/** What is numbered with dots too: `version 1.2.3.4`, `nginx/1.18.0.1`, `section 1.2.3.4`. */
const numbered =
  /(?:\b(?:v|ver|versions?|release|build|firmware|section|chapter|clause|appendix|rev|revision|update|oid|openssl|nginx|apache|php|mysql|postgres|chrome|firefox|kernel|windows|java)|верси[а-я]+|сборк[а-я]+|релиз[а-я]*|раздел[а-я]*|пункт[а-я]*|глав[а-я]+|п|стать[а-я]+|[a-z]\/|§)[\s.:№#]{0,2}$/iu;
const urlPath = /:\/\/[^\s/]*$/;

/** An IPv4 address whose first digit stands at `start`. */
export const findIpV4 = (text: string, start: number, sink: Sink): boolean => {
  const previous = text[start - 1] ?? ' ';
  if (/[\w.-]/.test(previous) && !(previous === '-' && !/[\w.]/.test(text[start - 2] ?? ' '))) return false;
  quad.lastIndex = start;
  if (!quad.test(text)) return false;
  const end = quad.lastIndex;
  const left = before(text, start, 24);
  if (nobody.test(text.slice(start, end)) || (numbered.test(left) && !urlPath.test(left))) return false;
  sink('IP', start, end, SCORE.shape);
  return true;
};

const v6Code = (code: number): boolean =>
  (code >= 48 && code <= 58) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102) || code === 46;

/** Full form, with a dotted IPv4 tail. */
const MAX_IPV6_LENGTH = 45;

/** An IPv6 address around the colon at `colon`; answers where it ends, or `colon`. */
export const findIpV6 = (text: string, colon: number, sink: Sink): number => {
  let start = colon;
  while (start > 0 && colon - start < 5 && v6Code(text.charCodeAt(start - 1)) && text[start - 1] !== '.') start -= 1;
  let end = colon + 1;
  while (end < text.length && end - start <= MAX_IPV6_LENGTH && v6Code(text.charCodeAt(end))) end += 1;
  while (end > colon + 1 && (text[end - 1] === '.' || (text[end - 1] === ':' && text[end - 2] !== ':'))) end -= 1;
  const address = text.slice(start, end);
  if (/[\w:.-]/.test(text[start - 1] ?? ' ') || /[\w:-]/.test(text[end] ?? ' ') || !isIPv6(address)) return colon;
  if (address === '::' || address === '::1' || !/\d/.test(address)) return colon;
  sink('IP', start, end, SCORE.shape);
  return end;
};
