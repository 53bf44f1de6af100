import { before, CONTEXT, isFraction, isInList, numbersSomethingElse } from '../../reading/context.ts';
import { SCORE, type Sink } from '../../types.ts';
import type { DigitGroups } from '../groups.ts';
import {
  american,
  announced,
  ends,
  international,
  joined,
  type Match,
  MOST_NATIONAL,
  type Row,
  russian,
  russianLocal,
  trunk,
} from './forms.ts';
import { prefixesAbroad, startOf } from './start.ts';
import { tailEnd } from './tail.ts';

const WORD =
  '(?:(?<!\\p{L})(?:tel|telephone|phone|call|mobile|cell|cellphone|fax|sms|text me|dial|reach|ring|whats ?app|viber|telegram|contact|number is|(?:my|his|her|our|your|their|home|work|office|new|registered|emergency|mobile|direct) (?:number|line)|registered|(?:messages?|texts?) (?:to|on|at|from)|landline|handy|telefon\\p{L}*|téléphone|teléfono|móvil|celular|portable|appel(?:er|ez)|rappel(?:er|ez)|joindre|llam(?:ar|e)\\p{L}*|llám\\p{L}*|rufen sie|anruf\\p{L}*|rückruf\\p{L}*|erreich\\p{L}*|chiam\\p{L}*|тел|телефон\\p{L}*|моб\\p{L}*|сот\\p{L}*|факс|звон\\p{L}*|позвон\\p{L}*|набер\\p{L}*|номер\\p{L}*|ватсап\\p{L}*|вотсап\\p{L}*|вайбер|телеграм\\p{L}*|связ\\p{L}*)|电话|電話|手机|手機|전화)[^\\d\\n]{0,24}';
const word = new RegExp(`${WORD}$`, 'iu');
/** Other numbers of a list, between its first and this one. */
const listed = new RegExp(
  `(?:${WORD}|\\+|\\()\\d[\\d().\\/ -]{4,20}\\d(?:(?:, |; ?| ?\\/ ?| (?:and|or|и|или|und|oder|et|ou|y|o) | )\\+?\\(?\\d[\\d().\\/ -]{4,20}\\d){0,4}(?:, |; ?| ?\\/ ?| (?:and|or|и|или|und|oder|et|ou|y|o) )$`,
  'iu',
);
/** Asked first, as it is quick: a digit just before. */
const digitBefore = /\d[^\d\n]{1,5}$/;
/** A range, a decimal, a share or a sum goes on behind the digits. */
const measured = /^(?:-\d|[.,:/]\d|%|°| ?(?:руб|usd|eur|₽|\$|€))/iu;

const isListed = (text: string, start: number): boolean =>
  digitBefore.test(before(text, start, 6)) && listed.test(before(text, start, CONTEXT));

/** The word may also stand behind: `612 34 567 (mobile)`, `555 0142 - office`. */
const wordBehind = /^[ \t]{0,2}[-–(]?[ \t]?(?:office|fax|mobile|cell|phone|tel|landline|handy|mobil)(?!\p{L})/iu;

const isNamedBehind = (text: string, groups: DigitGroups, first: number): boolean => {
  const end = groups.end(joined({ groups, first }, MOST_NATIONAL));
  return wordBehind.test(text.slice(end, end + 14));
};

const NATIONAL = [russian, american, russianLocal, trunk, announced];

const national = (row: Row): Match | undefined => {
  for (const form of NATIONAL) {
    const match = form(row);
    if (match !== undefined) return match;
  }
  return undefined;
};

const abroad = (row: Row): Match | undefined => {
  for (const prefix of prefixesAbroad(row.groups, row.first)) {
    const match = international(row, prefix);
    if (match !== undefined) return match;
  }
  return undefined;
};

const lastBefore = (groups: DigitGroups, first: number, end: number): number => {
  let last = first;
  while (last + 1 < groups.count && groups.start(last + 1) < end) last += 1;
  return last;
};

/** A second number right behind a slash, `555-123-4567/555-123-4568`, is none that measures the first. */
const startsAnother = (row: Row, last: number): boolean => {
  const { groups, text } = row;
  if (last + 1 >= groups.count || groups.separator(last) !== '/') return false;
  return national({ text, groups, first: last + 1, named: () => true }) !== undefined;
};

const once = (ask: () => boolean): (() => boolean) => {
  let answer: boolean | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
};

type Found = { last: number; end: number };

/** The number that starts with group `first`; `follows`: right behind another one. */
const numberFrom = (text: string, groups: DigitGroups, first: number, sink: Sink, follows: boolean): Found => {
  const none = { last: -1, end: -1 };
  const { start, plus } = startOf(text, groups.start(first));
  if (/[\p{L}\d_]/u.test(text[start - 1] ?? ' ')) return none;
  if (!follows && (/\d[/:-]$/.test(before(text, start, 2)) || isFraction(text, start))) return none;
  const isCounted = once(() => numbersSomethingElse(text, start));
  const spoken = once(() => !isCounted() && (word.test(before(text, start, 40)) || isNamedBehind(text, groups, first)));
  const inList = once(() => !isCounted() && (follows || isListed(text, start)));
  const row = { text, groups, first, named: () => spoken() || inList() };
  const match = plus ? international(row, '') : (abroad(row) ?? national(row));
  if (match === undefined || !ends(row, match.last)) return none;
  const digitsEnd = groups.end(match.last);
  const sure = plus || match.score === SCORE.shape || spoken();
  const end = tailEnd(text, digitsEnd, sure);
  if (!plus && isCounted()) return none;
  const behind = text.slice(end, end + 4);
  const isItem = behind.startsWith(',') && isInList(text, start);
  if (!sure && measured.test(behind) && !isItem && !startsAnother(row, match.last)) return none;
  sink('PHONE', start, end, match.score);
  return { last: lastBefore(groups, match.last, end), end };
};

/** The telephone numbers in a row that start with group `first`; answers the last group they take, or -1. */
export const findPhone = (text: string, groups: DigitGroups, first: number, sink: Sink): number => {
  let { last } = numberFrom(text, groups, first, sink, false);
  while (last >= 0 && last + 1 < groups.count && /^ ?\/ ?$/.test(groups.separator(last))) {
    const next = numberFrom(text, groups, last + 1, sink, true);
    if (next.last < 0) break;
    last = next.last;
  }
  return last;
};
