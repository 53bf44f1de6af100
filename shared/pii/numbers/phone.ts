import { before, numbersSomethingElse } from '../text/context.ts';
import type { Sink } from '../types.ts';
import type { DigitGroups } from './groups.ts';
import {
  american,
  announced,
  international,
  type Match,
  type Row,
  russian,
  russianLocal,
  trunk,
} from './phone-forms.ts';

const word =
  /(?:(?<!\p{L})(?:tel|telephone|phone|call|mobile|cell|cellphone|fax|sms|text me|dial|reach|ring|whats ?app|viber|telegram|contact|number is|тел|телефон\p{L}*|моб\p{L}*|сот\p{L}*|факс|звон\p{L}*|позвон\p{L}*|набер\p{L}*|номер\p{L}*|ватсап\p{L}*|вотсап\p{L}*|вайбер|телеграм\p{L}*|связ\p{L}*))[^\d\n]{0,24}$/iu;
/** A range, a decimal, a share or a sum goes on behind the digits. */
const measured = /^(?:-\d|[.,:/]\d|%|°| ?(?:руб|usd|eur|₽|\$|€))/iu;

const NATIONAL = [russian, american, russianLocal, trunk, announced];

type Start = { start: number; prefix: '+' | '00' | '' };

const startOf = (text: string, digits: number): Start => {
  const bracket = text[digits - 1] === '(' ? digits - 1 : digits;
  if (text[bracket - 1] === '+') return { start: bracket - 1, prefix: '+' };
  const closes = text.slice(digits, digits + 8).includes(')');
  return { start: closes ? bracket : digits, prefix: /^00[1-9]/.test(text.slice(digits, digits + 3)) ? '00' : '' };
};

const national = (row: Row): Match | undefined => {
  for (const form of NATIONAL) {
    const match = form(row);
    if (match !== undefined) return match;
  }
  return undefined;
};

/** A telephone number that starts with group `first`; answers the last group it takes, or -1. */
export const findPhone = (text: string, groups: DigitGroups, first: number, sink: Sink): number => {
  const { start, prefix } = startOf(text, groups.start(first));
  if (/[\p{L}\d_]/u.test(text[start - 1] ?? ' ') || /\d[.,/:-]$/.test(before(text, start, 2))) return -1;
  let spoken: boolean | undefined;
  const named = (): boolean => {
    spoken ??= word.test(before(text, start, 40)) && !numbersSomethingElse(text, start);
    return spoken;
  };
  const row = { text, groups, first, named };
  const match = prefix === '' ? national(row) : international(row, prefix);
  if (match === undefined || !groups.stands(first, match.last)) return -1;
  const end = groups.end(match.last);
  if (prefix !== '+') {
    if (numbersSomethingElse(text, start)) return -1;
    if (measured.test(text.slice(end, end + 4)) && !named()) return -1;
  }
  sink('PHONE', start, end, match.score);
  return match.last;
};
