import { SCORE, type Sink } from '../types.ts';
import { eachMatch } from './each-match.ts';

const START = '(?<![\\p{L}\\d_.,:/$€£#-])';
const END = '(?![\\p{L}\\d_-]|[.,:/]\\d)';

/** By their form alone: British, Canadian, American with four more digits, Dutch behind no word. */
const shaped = new RegExp(
  `${START}(?:(?:GIR 0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d{1,2}|\\d[A-HJKPSTUW]|[A-HK-Y]\\d[ABEHMNPRV-Y]) \\d[ABD-HJLNP-UW-Z]{2})|[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] ?\\d[ABCEGHJ-NPRSTV-Z]\\d|[1-9]\\d{3} (?!SA|SD|SS|AM|PM|AD|BC|CE|EU|US|UK|KB|MB|GB|TB|KM|KG|HP|CC|MM|CM|VA|HZ)[A-Z]{2}(?=,? \\p{Lu}\\p{Ll}))${END}`,
  'gu',
);
const STATES =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]';
/** Behind a word for it, behind an American state, or before a town: `D-80331 Munich`. */
const cued = new RegExp(
  `(?<=(?<!\\p{L})(?:zip(?:[- ]?codes?)?|post(?:al)?[- ]?codes?|postcodes?|PLZ|Postleitzahl|code postal|codes postaux|C\\.?P\\.?|código postal|CAP|codice postale|kod pocztowy|PSČ|postnummer|индекс)(?: is| was| of| number| ist| est| es|=)?(?:[:"= ]{1,4}))(?:[A-Z]{1,2}-)?(?:\\d{5}-\\d{3,4}|\\d{2}-\\d{3}|\\d{4}-\\d{3}|\\d{3} \\d{2}|\\d{4} [A-Z]{2}|\\d{3}-\\d{4}|\\d{4,6})${END}`,
  'giu',
);
const american = new RegExp(`(?<=(?<![\\p{L}\\d])(?:${STATES}),? {1,2})\\d{5}(?:-\\d{4})?${END}`, 'gu');
const plusFour = new RegExp(`${START}\\d{5}-\\d{4}${END}`, 'gu');
const beforeTown = new RegExp(`${START}(?:D|F|CH|A|I|B|L|NL|DK|SE|FI|E|PL|CZ)-\\d{4,5}(?= \\p{Lu}\\p{Ll})`, 'gu');

export const findZipCodes = (text: string, from: number, sink: Sink): void => {
  for (const pattern of [shaped, cued, american, plusFour, beforeTown])
    eachMatch(pattern, text, from, ({ index }, end) => sink('ZIP_CODE', index, end, SCORE.dictionary));
};
