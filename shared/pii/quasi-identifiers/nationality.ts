import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { eachCapital } from './capitals.ts';
import { NATION_STEMS, NATIONALITIES } from './data/nations.ts';
import { eachMatch } from './each-match.ts';

const known = new Set(NATIONALITIES.split(/\s+/));

/** Where the word is a language or something named after a country, nothing is said of a person. */
const languageBefore =
  /(?<!\p{L})(?:in|into|from|to|speak|speaks|speaking|spoke|spoken|learn|learns|learning|learnt|study|studying|fluent|write|writes|written|read|translate[ds]?|translation|language|plain|broken|native|understand|understands|auf|parle|habla) $/iu;
const languageBehind =
  /^(?: (?:language|languages|lessons?|translation|translations|version|versions|grammar|words?|speaking|keyboard|class|classes|course|courses|dictionary|subtitles?|text|alphabet|press|doors?|windows?|toast|fries|horn|Ocean|Channel|Revolution|Empire|Sea|Gulf|Breakfast|Open)(?!\p{L})|-(?:speaking|language|English))/u;
/** `Pole position`, `Turk's head`, `Dane Smith`: these are other words or names as well. */
const OTHER = new Set([
  'Pole',
  'Turk',
  'Dane',
  'Finn',
  'Swede',
  'Scot',
  'Lao',
  'Georgian',
  'Persian',
  'Thai',
  'Jordan',
]);
const personBefore = /(?<!\p{L})(?:an?|the|every|is|are|was|were|young|old|born) $/iu;
const nameBehind = /^ \p{Lu}\p{Ll}/u;

const stems = NATION_STEMS.split(/\s+/)
  .sort((one, other) => other.length - one.length)
  .join('|');
const ENDING = '(?:e[rnms]?|es|s|ne|nes|a|as|os|o|i)?';
const cued = new RegExp(
  `(?<=(?<!\\p{L})(?:nationalité|nationalités|nacionalidad|nazionalità|cittadinanza|ciudadan[oa]|ciudadanía|Staatsangehörigkeit|Staatsbürgerschaft|Nationalität|citoyen|citoyenne|citoyenneté|passeport|pasaporte|passaporto|d'origine|de origen|di origine)(?: ist| est| es| è)?:? )(?:${stems})${ENDING}(?!\\p{L})`,
  'giu',
);
const german = new RegExp(
  `(?<![\\p{L}\\d_-])(?:${stems})${ENDING}(?= (?:Staatsangehörige[rn]?|Staatsbürger(?:in|s|schaft)?|Staatsangehörigkeit|Pass|Herkunft|Abstammung|Nationalität)(?!\\p{L}))`,
  'giu',
);

export const findNationalities = (text: string, from: number, sink: Sink): void => {
  eachCapital(text, from, (word, start, end) => {
    const plain = word.replace(/['’]s$/u, '').replace(/-.*$/u, '');
    const singular = known.has(plain) ? plain : plain.replace(/s$/, '');
    if (!known.has(singular)) return;
    const rest = text.slice(end - (word.length - plain.length), end + 16);
    const left = before(text, start, 24);
    if (languageBehind.test(rest) || (languageBefore.test(left) && !/^ \p{Ll}/u.test(rest))) return;
    if (OTHER.has(singular) && (!personBefore.test(left) || nameBehind.test(rest))) return;
    sink('NATIONALITY', start, start + plain.length, SCORE.dictionary);
  });
  for (const pattern of [cued, german])
    eachMatch(pattern, text, from, ({ index }, end) => sink('NATIONALITY', index, end, SCORE.dictionary));
};
