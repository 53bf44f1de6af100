import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { eachMatch } from './each-match.ts';

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const ONES = 'one|two|three|four|five|six|seven|eight|nine';
/** Where no other digit or letter goes on; `45.5` is no age, `45.` at the end of a sentence is. */
const NUMBER = '(?:1[0-2]\\d|[1-9]?\\d)(?![\\p{L}\\d_%°€$£]|[.,:/]\\d)';

/** One word after the number, and one more: that much of the text is known wherever a stream is cut. */
const behind = new RegExp(
  `(?<![\\p{L}\\d_.,:/$€£-])(?:${NUMBER}(?=-?(?: ?(?:yrs?|years?|months?|weeks?)[- ](?:old|of age)| ?(?:y/o|y\\.o\\.)(?!\\p{L})| ?yo(?= (?:male|female|man|woman|boy|girl|patient|f|m)(?!\\p{L})|[,.;)])| Jahren? (?:alt|jung)|-?jährig| ans(?! d[e'’](?! (?:plus|moins))| après| avant)| años de edad| anni(?!\\p{L})| jaar oud| lat(?!\\p{L})))|(?:${TENS})-(?:${ONES})(?= years? old|-years?-old))`,
  'giu',
);
/** What says that the number before `ans` or `anni` is an age, and not a time. */
const isSaidOfPerson =
  /(?:âgée?s? de|(?<!\p{L})(?:ai|as|a|avait|aura|avons|ont|ha|ho|hai|aveva|compie|fête|à|ma|di))(?: [a-zà-ÿ]{2,8})? $/iu;
const needsVerb = /^ (?:ans|anni|lat)/iu;

const cued = new RegExp(
  `(?<=(?<!\\p{L})(?:aged?(?: of| is|:|=| was)?|age \\(years\\):?|ages|turn(?:s|ed|ing)|(?:I am|I'm|I’m|he is|she is|he's|she's|he’s|she’s)(?: now| only| just| already)?|alter(?: von)?:?|im alter von|edad(?: de)?:?|âge ?:?|âgée? de|età:?|leeftijd:?|wiek:?|cumpl(?:e|ió|o)|возраст:?)[ "]{1,2})${NUMBER}`,
  'giu',
);
/** `I'm 5 minutes away`, `turns 90 degrees`: the word behind says that it is no age. */
const countsElse =
  /^ (?!(?:and|but|or|years? old|yrs? old|who|now|already|today|yesterday|tomorrow|in|on|at|from|this|last|next|when|while|before|after|with|as|so|the|und|et|y|e)(?!\p{L}))\p{L}/u;
const isAfterWordOfAge =
  /(?:age|ages|aged|alter|edad|âge|âgée?|età|leeftijd|wiek|возраст)[^\p{L}]*(?:(?:of|is|was|von|de) )?$/iu;
const spanish =
  /(?<=(?<!\p{L})(?:tiene|tengo|tenía|tienes|cumple|cumplió|de) )(?:1[0-2]\d|[1-9]?\d)(?= años(?!\p{L}| de (?!edad)))/giu;

/** The number alone, as what is around it still tells a model what it is. */
export const findAges = (text: string, from: number, sink: Sink): void => {
  eachMatch(behind, text, from, ({ index }, end) => {
    if (needsVerb.test(text.slice(end, end + 6)) && !isSaidOfPerson.test(before(text, index, 24))) return;
    sink('AGE', index, end, SCORE.context);
  });
  eachMatch(cued, text, from, ({ index }, end) => {
    const isCounted = countsElse.test(text.slice(end, end + 16));
    if (isCounted && !isAfterWordOfAge.test(before(text, index, 24))) return;
    sink('AGE', index, end, SCORE.context);
  });
  eachMatch(spanish, text, from, ({ index }, end) => sink('AGE', index, end, SCORE.context));
};
