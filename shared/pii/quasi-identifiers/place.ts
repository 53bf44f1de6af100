import { known } from '../names/known-words.ts';
import { before, CONTEXT } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { eachCapital, WORD } from './capitals.ts';
import { NATIONALITIES } from './data/nations.ts';
import { eachMatch } from './each-match.ts';
import { allPlaces } from './known-places.ts';

/** First of all words or names: a place only behind what is said of places. */
const WORDS_TOO = new Set(
  'Nice Reading Bath Mobile Orange Split Cork Buffalo Phoenix Turkey Essen Hull Tours Bari Metz Male Providence Aurora Most Brest Lima Halle Rom Chad Mali Guinea Us Queens Total Nancy Valence Center Vienne Kent Devon Madison Charlotte Surat Kochi Kobe Cali León Salvador Rosario Santiago Victoria Santander Guadalajara Easter Chile Page Troll Casey Davis Marquesas Jersey Juba Colombo'.split(
    ' ',
  ),
);
const inPlace =
  /(?<!\p{L})(?:in|near|across|throughout|around|outside|inside|visit(?:s|ed|ing)?|(?:travel|fly|flew|drive|drove|mov(?:e|ed|ing)|went|go|gone|trip|flight|train|ticket|relocated) to|(?:live|living|based|born|came|comes|come|flight|are|is|am|I'm|was) (?:in|at|from)|capital of|city of|town of|state of|republic of|north of|south of|east of|west of|à|en|aus|nach|bei) $/iu;
const isPerson = /^(?:'s|’s)?(?: \p{Lu}\p{Ll})/u;
/** `China Airlines`, `Paris Saint-Germain`, `Washington Post`: others speak of these. */
const isNamedSo =
  /^ (?:Airlines|Airways|University|Post|Times|Bank|Inc|Ltd|GmbH|Institute|Street|Avenue|Road)(?!\p{L})/u;

const isAmbiguous = (place: string): boolean => {
  if (WORDS_TOO.has(place)) return true;
  if (place.includes(' ')) return false;
  const { given, surname, placeFirst } = known(place.toLowerCase());
  return (given || surname) && !placeFirst;
};

/** `Florence Sabin` is a person. */
const isGivenBeforeFamily = (place: string, right: string): boolean => {
  const next = /^ (\p{Lu}\p{Ll}+)/u.exec(right)?.[1];
  return next !== undefined && known(place.toLowerCase()).given && known(next.toLowerCase()).surname;
};

/** `Lyon, France`, `Springfield, IL`: what stands before a place that it lies in. */
const townBefore = new RegExp(
  `(?<![\\p{L}\\d.'-])(${WORD}(?:[ ](?:(?:de|of|la|le|am|sur|upon) )?${WORD}){0,2}), $`,
  'u',
);
const STATES =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]';
const withState = new RegExp(`(?<![\\p{L}\\d'.-])${WORD}(?: ${WORD}){0,2}, (?:${STATES})(?![\\p{L}\\d_])`, 'gu');

const LIVES =
  'live[sd]?|living|based|born|reside[sd]?|residing|grew up|raised|stay(?:s|ed|ing)?|located|situated|settled|arriv(?:e|es|ed|ing)|wohn(?:e|t|en|haft)|lebt|geboren|habite|née?|vive|vivo|nacid[oa]|nació';
const GOES =
  'mov(?:e|ed|ing)|relocat(?:e|ed|ing)|travel(?:l?ed|l?ing|s)?|flights?|fl(?:y|ew|ying|ies)|driv(?:e|ing|es)|drove|trip|trips|train|bus|went|go|going|return(?:ed|ing)?';
const unknownTown = new RegExp(
  `(?<=(?<!\\p{L})(?:(?:${LIVES}) (?:up )?(?:in|at|near|à|en|bei)|(?:${GOES}) (?:to|nach)|(?:visit|visits|visited|visiting|leaving|left for|aus|nach)|(?:city|town|village|capital|suburb|hometown|Stadt|ville|ciudad|birthplace)(?: of| is| de|:)|(?:City|Town|Ort|Wohnort|Geburtsort|Ville|Ciudad|Country|Land|Pays|País|State|Province|Bundesland|Location|Place of birth|Lieu de naissance|Lugar de nacimiento):) )${WORD}(?:[ ](?:(?:de|del|am|an der|sur|upon|la|le) )?${WORD}){0,2}(?![\\p{L}\\d_@])`,
  'gu',
);

/** `in Storby`: of a text that is English, as German writes every noun with a capital letter. */
const inTown = new RegExp(
  `(?<=(?<!\\p{L})(?:[Ii]n|near|across|throughout|outside|from) )${WORD}(?:[ ](?:(?:de|del|upon|of|la|le) )?${WORD}){0,2}(?![\\p{L}\\d_@])`,
  'gu',
);
const isEnglish =
  /(?<!\p{L})(?:the|of|and|to|was|is|an?|he|she|they|we|I|you|it|his|her|my|has|had|have|are|with|for|that|this|been|at|on|up|by|not|be|as)(?!\p{L})/u;
const isGerman = /(?<!\p{L})(?:der|das|und|ist|ein|eine|nicht|ich|wir|mit|von|den|dem|zu|auf|für)(?!\p{L})/u;

/** Words of towns that are never part of a person's name. */
const TOWN_WORDS = new Set(
  'north south east west new old great lake lakes port city bay beach park valley island islands bridge state hall house county saint st fort mount mountain river town village'.split(
    ' ',
  ),
);

const isTownWord = (word: string): boolean => {
  const lower = word.toLowerCase();
  const { never, given, placePrefix, placeFirst } = known(lower);
  if (TOWN_WORDS.has(lower) || placePrefix || /^\p{Ll}/u.test(word)) return true;
  return !(never || (given && !placeFirst) || NO_TOWNS.has(word));
};
/** Stand behind `in` as well, and are no places. */
const NO_TOWNS = new Set([
  ...NATIONALITIES.split(/\s+/),
  ...'Latin Hebrew Arabic Hindi Mandarin Cantonese Swahili Esperanto God Heaven Hell Islam Christianity Judaism Buddhism Spring Summer Autumn Winter Fall Congress Parliament Excel React Rust Kotlin Fortran Photoshop Windows Unicode Git Docker Kubernetes Terraform Bash Markdown Politics Economics Philosophy Law History Medicine Physics Chemistry Biology Mathematics Psychology Engineering Science Sciences Arts Art Music Literature Education Sociology Linguistics Theology Research Marketing Finance Sales Government Vogue Playboy Hamlet Genesis Exodus Psalms Earth Space Mars Venus Jupiter Eden Phase Round Week Grade Group Table Figure Appendix Exhibit Article Part Volume Book Lesson Episode Season Game Level Stage Class Division League Series Act Scene Vol Mr Mrs Ms Dr Sir'.split(
    ' ',
  ),
]);

/** The words of `found` that may be a town, from its first one on; the number of characters. */
const townLength = (found: string): number => {
  const words = found.split(' ');
  const end = words.findIndex((word) => !isTownWord(word));
  const kept = end < 0 ? words : words.slice(0, end);
  while (kept.length > 0 && /^\p{Ll}/u.test(kept.at(-1)!)) kept.pop();
  const town = kept.join(' ').replace(POSSESSIVE, '');
  return kept.every((word) => TOWN_WORDS.has(word.toLowerCase())) ? 0 : town.length;
};

/** `from Miller`: whoever is called so, and no town. */
const isSurnameOnly = (found: string): boolean => known(found.toLowerCase()).surname;
const POSSESSIVE = /['’]s?$/u;

export const findPlaces = (text: string, from: number, sink: Sink): void => {
  const all = allPlaces();
  let done = from;
  eachCapital(text, from, (word, start, end) => {
    if (start < done) return;
    const place = all.at(text, start, word) ?? all.at(text, start, word.replace(/['’]s?$/u, ''));
    if (place === undefined) return;
    const stop = start + place.length;
    const right = text.slice(stop, stop + 16);
    const left = before(text, start, 64);
    if (isNamedSo.test(right)) return;
    const town = townBefore.exec(left)?.[1];
    if (isGivenBeforeFamily(place, right)) return;
    if (isAmbiguous(place) && town === undefined && (!inPlace.test(left) || isPerson.test(right))) return;
    done = Math.max(end, stop);
    sink('PLACE', start, stop, SCORE.dictionary);
    if (town !== undefined && townLength(town) === town.length)
      sink('PLACE', start - 2 - town.length, start - 2, SCORE.guess);
  });
  eachMatch(withState, text, from, ({ index, 0: found }, end) => {
    if (townLength(found.slice(0, -4)) === found.length - 4) sink('PLACE', index, end, SCORE.dictionary);
  });
  eachMatch(unknownTown, text, from, ({ index, 0: found }) => {
    const length = townLength(found);
    if (length > 0) sink('PLACE', index, index + length, SCORE.guess);
  });
  eachMatch(inTown, text, from, ({ index, 0: found }) => {
    const left = before(text, index, CONTEXT);
    const length = townLength(found);
    if (length < 3 || found === found.toUpperCase() || !isEnglish.test(left) || isGerman.test(left)) return;
    const isPossessed = POSSESSIVE.test(found) && known(found.toLowerCase().replace(POSSESSIVE, '')).surname;
    if (isPossessed || (left.endsWith('from ') && isSurnameOnly(found.slice(0, length)))) return;
    sink('PLACE', index, index + length, SCORE.guess);
  });
};
