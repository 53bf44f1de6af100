import { known } from '../names/known-words.ts';
import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { eachCapital, WORD } from './capitals.ts';
import { BODIES, FIRM_ENDINGS, ORGANISATIONS } from './data/firms.ts';
import { eachMatch } from './each-match.ts';
import { Phrases, phrasesOf } from './phrases.ts';

const alternatives = (list: string): string =>
  phrasesOf(list.replace(/\n/g, ''))
    .sort((one, other) => other.length - one.length)
    .join('|');

const firms = new Phrases(phrasesOf(ORGANISATIONS));
/** Words of their own: a firm only behind what is said of firms. */
const WORDS_TOO = new Set([
  'Apple',
  'Amazon',
  'Orange',
  'Total',
  'Mango',
  'Ford',
  'Oracle',
  'Intel',
  'Stripe',
  'Congress',
  'Merck',
  'Roche',
  'Philips',
  'Bosch',
  'WHO',
  'Hilton',
  'Disney',
]);
const atFirm =
  /(?<!\p{L})(?:at|for|by|from|with|joined|joining|left|quit|bei|chez|pour|para|firm|company|employer|client|vendor|supplier|the) $/iu;

/** A word of a firm's name, also `3M`, `O2`, and what holds two together. */
const PART = `(?:${WORD}(?:&\\p{Lu}+)?|\\d{1,3}\\p{Lu})`;
const ROW = `${PART}(?:(?: | & | and | und | et | y | e | - | of | de |\\+)${PART}){0,5}`;
const END = '(?![\\p{L}\\p{M}\\d_])';

const ending = new RegExp(
  `(?<![\\p{L}\\p{M}\\d_@.-])${ROW}?,? (?:& |and )?(?:${alternatives(FIRM_ENDINGS)})${END}(?:(?: |, )(?:Inc|Ltd|LLC|Co|KG|GmbH|& Co\\. KG)${END})?`,
  'gu',
);
const body = new RegExp(
  `(?<![\\p{L}\\p{M}\\d_@.-])(?:${WORD} ){0,2}?(?:${alternatives(BODIES)}) (?:of(?: the)?|for|de la|de|du|des|del|für|d'|der) ?${WORD}(?:(?: | and | & | of | und | et | y )${WORD}){0,3}`,
  'gu',
);
/** `Miller, Hansen and Price`, `Miller-Hansen`: names alone, so only where a firm is spoken of. */
const WORKS =
  'works?|worked|working|employed|job|position|engineer|manager|director|ceo|cto|cfo|intern|consultant|clerk|interview|arbeite|arbeitet|arbeitete|travaille|travaillait|trabaja|trabajo|lavora|lavoro';
const cued = new RegExp(
  `(?<=(?<!\\p{L})(?:(?:${WORKS}) (?:at|for|bei|für|chez|pour|para|en|per|presso)|(?:ceo|CEO|cto|CTO|cfo|CFO|founder|employees?|shares) of|employed by|(?:company|employer|firm|organi[sz]ation|entreprise|empresa)(?: is| called| named)?:?|(?:Company|Employer|Organi[sz]ation|Firma|Arbeitgeber|Unternehmen|Employeur|Entreprise|Empresa|Société|Azienda):|joined|hired by|acquired by|chez|[Tt]he (?:company|firm|startup|start-up)) )${PART}(?:(?:, | & | and | und | et | y | e | - | )${PART}){0,3}`,
  'gu',
);
const series = new RegExp(
  `(?<![\\p{L}\\p{M}\\d_@.-])${WORD}(?:, ${WORD})? (?:&|and|und|et|y) (?:Sons|Söhne|Fils|Hijos|Partners?|Associates|Co\\.?)${END}`,
  'gu',
);

const firstWords = (found: string): string[] => found.split(/[ ,&-]+/).filter((word) => word !== '');
const CALLED =
  /^(?:The|A|An|Our|My|Your|This|That|In|At|For|And|But|I|We|He|She|It|They|Dear|Hi|Hello|From|By|Of|On|To|With|Is|As|If|When|Please|Contact|Call|Visit|Meet|Die|Der|Das|Le|La|El|Los|Las|Les|Bei|Chez)$/u;

/** Where the name starts in what was found: what begins a sentence is no part of it. */
const skipped = (found: string): number => {
  const first = firstWords(found)[0] ?? '';
  return CALLED.test(first) && found.length > first.length + 1 ? first.length + 1 : 0;
};
const isSentence = (word: string): boolean => known(word.toLowerCase()).never;

export const findOrganisations = (text: string, from: number, sink: Sink): void => {
  eachCapital(text, from, (word, start) => {
    const firm = firms.at(text, start, word) ?? firms.at(text, start, word.replace(/['’-].*$/u, ''));
    if (firm === undefined) return;
    if (WORDS_TOO.has(firm) && !atFirm.test(before(text, start, 16))) return;
    sink('ORGANISATION', start, start + firm.length, SCORE.dictionary);
  });
  for (const pattern of [ending, body, series])
    eachMatch(pattern, text, from, ({ index, 0: found }, end) => {
      const start = index + skipped(found);
      if (firstWords(text.slice(start, end)).length > 1) sink('ORGANISATION', start, end, SCORE.context);
    });
  eachMatch(cued, text, from, ({ index, 0: found }, end) => {
    if (!/^[\p{Lu}\d]/u.test(found)) return;
    const start = index + skipped(found);
    const words = firstWords(text.slice(start, end));
    if (words.length === 0 || words.every(isSentence) || (words.length === 1 && isGiven(words[0]!))) return;
    sink('ORGANISATION', start, end, SCORE.guess);
  });
};

const isGiven = (word: string): boolean => known(word.toLowerCase()).given;
