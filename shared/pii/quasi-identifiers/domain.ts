import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { isTopDomain, isWordToo } from './data/top-domains.ts';
import { eachMatch } from './each-match.ts';

const LABEL = '[\\p{Script=Latin}\\d](?:[\\p{Script=Latin}\\d-]{0,61}[\\p{Script=Latin}\\d])?';
const name = new RegExp(
  `(?<![\\p{L}\\p{M}\\d_@.-])(?:${LABEL}\\.){1,6}(\\p{Script=Latin}{2,18})(?![\\p{L}\\p{M}\\d_-]|\\.[\\p{L}\\d])`,
  'gu',
);

const isHost = /:\/\/$/;
/** Part of a path, of a file or of code. */
const isElse = /[/\\#$%&=]$/;
const isCall = /^(?:\(|\[|::| ?=[^=])/;

/** Names of hosts as they stand in texts and URLs, not those of e-mail addresses. */
export const findDomains = (text: string, from: number, sink: Sink): void => {
  eachMatch(name, text, from, ({ index, 0: found, 1: top }, end) => {
    const known = isTopDomain(top!.toLowerCase());
    const left = before(text, index, 3);
    if (!known || (top !== top!.toLowerCase() && top !== top!.toUpperCase())) return;
    if (text[end] === '@' || (isElse.test(left) && !isHost.test(left))) return;
    const isNamed = isHost.test(left) || /^www\./i.test(found);
    if (isCall.test(text.slice(end, end + 3)) && !isNamed) return;
    if (isWordToo(top!.toLowerCase()) && !isNamed && !/[-\d]|\..*\./.test(found)) return;
    sink('DOMAIN', index, end, SCORE.dictionary);
  });
};
