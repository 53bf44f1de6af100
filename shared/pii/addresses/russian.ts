import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';

/** Kinds of streets, each also with a capital letter. */
const KINDS = [
  'ул(?:иц[аеуы]|\\.)?',
  'пр-?к?т\\.?',
  'просп(?:ект[аеу]?|\\.)',
  'пр\\.',
  'пер(?:еул(?:ок|ке|ка)|\\.)',
  'ш(?:оссе|\\.)',
  'наб(?:ережн(?:ая|ой)|\\.)',
  'б-р',
  'бул(?:ьвар[еа]?|\\.)',
  'пл(?:ощад[ьи]|\\.)',
  'пр-д',
  'проезд[еа]?',
  'туп(?:ик[еа]?|\\.)',
  'алле[яеи]',
  'мкр(?:н|-н)?\\.?',
  'микрорайон[еа]?',
  'тракт',
  'линия',
];
const KIND = `(?:${KINDS.map((kind) => `[${kind[0]!.toUpperCase()}${kind[0]}]${kind.slice(1)}`).join('|')})`;
const NAME_WORD =
  '(?:\\d{1,3}(?:-(?:я|й|го|ая|ой|ый))?|\\p{Lu}\\.(?: ?\\p{Lu}\\.)?|[А-ЯЁ][А-ЯЁа-яё-]*|лет|летия|имени|им\\.|и)';
const HOUSE = '(?:[дД](?:ом[еа]?|\\.)? ?№? ?)?\\d{1,4}(?: ?[а-яА-Я](?![\\p{L}.]))?(?:[/-]\\d{1,4}[а-я]?)?(?![\\d])';
const PART =
  '(?:к(?:орп(?:ус[еа]?|\\.)?|\\.)?|стр(?:оени[ея]|\\.)?|лит(?:ера?|\\.)|под(?:ъезд|\\.)|эт(?:аж|\\.)|кв(?:артир[аеы]|\\.)?|оф(?:ис[еа]?|\\.)?|пом(?:ещение|\\.)?|комн(?:ата|\\.)) ?№? ?\\d{1,5}(?:[а-яА-Я](?!\\p{L}))?';
const REST = `(?:,? ?${PART})*`;
const EDGE = '(?![\\p{L}\\d_])';

/** `ул. Ленина, д. 15, кв. 42`; a name in lower case only as one word. */
const kindFirst = new RegExp(
  `(?<![\\p{L}\\d_-])${KIND} ?(?:${NAME_WORD}(?: ${NAME_WORD}){0,3}|[а-яё]{4,})(?:,? ?| )${HOUSE}${REST}${EDGE}`,
  'gu',
);
/** `Невский проспект, 28`. */
const kindLast = new RegExp(
  `(?<![\\p{L}\\d_-])(?:\\d-[яй] )?[А-ЯЁ][а-яё-]+(?:ая|ый|ий|ой|ое|ом|ем|ого|ую|ин|ов)(?: [А-ЯЁ][а-яё-]+)? ${KIND},? ${HOUSE}${REST}${EDGE}`,
  'gu',
);
/** Index, region and town in front of the street. */
const placeBefore =
  /(?:(?<!\d)\d{6}, ?)?(?:(?:Россия|РФ|Российская Федерация), ?)?(?:[А-ЯЁ][а-яё-]+(?:ая|ий) (?:обл\.?|область|край|р-н|район), ?)?(?:(?:г|гор|пос|п|с|д|ст)\. ?[А-ЯЁ][а-яё-]+(?:[ -][А-ЯЁ][а-яё-]+)?, ?|(?:город|посёлок|поселок|село|деревня) [А-ЯЁ][а-яё-]+(?:[ -][А-ЯЁ][а-яё-]+)?, ?)?$/u;
const indexOnly = /(?<!\d)\d{6}, (?:[А-ЯЁ][а-яё-]+(?:[ -][А-ЯЁ][а-яё-]+)?, )$/u;

const startOf = (text: string, street: number): number => {
  const left = before(text, street, 90);
  const line = left.slice(left.lastIndexOf('\n') + 1);
  const place = placeBefore.exec(line)?.[0] || indexOnly.exec(line)?.[0] || '';
  return street - place.length;
};

/** Russian addresses from `from` on; a street alone, without a house, is not an address. */
export const findRussianAddresses = (text: string, from: number, sink: Sink): void => {
  for (const pattern of [kindFirst, kindLast]) {
    pattern.lastIndex = from;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      sink('ADDRESS', startOf(text, match.index), pattern.lastIndex, SCORE.context);
    }
  }
};
