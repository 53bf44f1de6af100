import { SCORE, type Sink } from '../types.ts';
import { eachMatch } from './each-match.ts';

const MONTHS = [
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'jänner|januar|februar|märz|mai|juni|juli|oktober|dezember|okt|dez',
  'janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre',
  'januari|februari|maart|mei|augustus|januára|styczeń|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia',
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|janv|févr|avr|juil|sett|ott|mrt|maj',
  'ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta|augusti',
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
].join('|');
/** Also words of other languages: only between a day and a year. */
const SHORT = 'fev|abr|set|out|ago|ene|dic|gen|mag|giu|lug|cze|lip|sie|wrz|paź|lis|gru|sty|lut|kwi';
const MONTH = `(?:${MONTHS})(?!\\p{L})\\.?`;
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = '(?:1[89]|20)\\d\\d(?!\\d)';
const START = '(?<![\\p{L}\\d_./:-])';
const END = '(?![\\p{L}\\d_]|[./:-]\\d)';

const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])';
/** The year first, or the day or the month; a year of two digits only beside two digits, as `1.2.20` is a version. */
const numeric = new RegExp(
  `${START}(?:${YEAR}([./-])${MONTH_NUMBER}\\1${DAY}(?:(?=T\\d)|${END})|(?:(?:${DAY}([./-])${MONTH_NUMBER}\\2|${MONTH_NUMBER}([./-])${DAY}\\3)${YEAR}|\\d{1,2}([/-])\\d{1,2}\\4\\d\\d|(?:${DAY}\\.|[0-3]\\d\\.)[01]\\d\\.\\d\\d)${END})`,
  'gu',
);
const dayFirst = new RegExp(
  `${START}${DAY}(?:st|nd|rd|th|er|\\.|º|ª)?(?: |-| of | de )(?:(?:${SHORT})\\.?(?= (?:de )?${YEAR})|${MONTH})(?:(?:,? |-|\\.? de | del )${YEAR})?(?![\\d_])`,
  'giu',
);
const monthFirst = new RegExp(
  `(?<![\\p{L}\\d_])${MONTH} (?:${DAY}(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d)(?:,? ${YEAR})?|(?:de |of )?${YEAR})`,
  'giu',
);

/** `may 5`, `mar 2`, `march 10 miles`, `3 set`: in lower case they are words as well. */
const isWord =
  /^(?:(?:may|mar|march|mars|mai|jan|dec|sep|nov|mei) |\d{1,2} (?:may|mar|march|mars|mai|marca|dec|sep|sept|jan)$)/i;
const isCapitalised = /^\p{Lu}|\d (?:May|March|Mar|Jan|Dec|Sep|Sept|Mai|Mars)$/u;

/** Calendar days, and months with their year. Of a time stamp the day alone. */
export const findDates = (text: string, from: number, sink: Sink): void => {
  for (const pattern of [numeric, dayFirst, monthFirst])
    eachMatch(pattern, text, from, ({ index, 0: found }, end) => {
      if (!isWord.test(found) || isCapitalised.test(found))
        sink('DATE', index, found.endsWith('.') ? end - 1 : end, SCORE.dictionary);
    });
};
