import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { CODE, CODE_FIRST, COUNTRY, MILITARY, MILITARY_TOWN, TOWN } from './parts.ts';

const TYPE =
  '(?:Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Terrace|Ter|Way|Square|Sq|Circle|Cir|Trail|Trl|Parkway|Pkwy|Highway|Hwy|Close|Crescent|Cres|Gardens|Gdns|Mews|Row|Alley|Loop|Walk|Quay|Grove|Plaza|Pike|Route|Crossing|Path|Esplanade|Embankment|Hill|Park|Green|Rise|Ridge|Turnpike|Expressway|Freeway|Heights|Manor|Crest|Parade|Meadows?|Vale|Wynd|Trunkway|Circuit|Promenade|Byway|Approach)';
/** Streets are called so too, but so is much else: only with a house number of three digits or more, and one word. */
const RARE_TYPE =
  '(?:Run|Branch|Bridge|Brooks?|Burgs?|Bypass|Camp|Canyon|Cape|Causeway|Centers?|Circles|Cliffs?|Club|Corners?|Course|Courts|Creek|Crossroads?|Curve|Dale|Dam|Divide|Drives|Estates?|Extensions?|Falls?|Ferry|Fields?|Flats?|Fords?|Forest|Garden|Greens|Groves|Hills|Keys?|Land|Lights?|Locks?|Motorway|Mountains?|Neck|Parks|Parkways|Points|Plain|Radial|Roads|Shoal|Skyway|Spring|Squares|Stravenue|Streets|Unions?|Via|Walks|Wall|Ways|Well|Point|Cove|Bend|Landing|Wharf|Mall|Common|Mount|Isle|Islands?|Springs?|Station|Stream|Summit|Villages?|Ville|Vista|Wells|Forges?|Forks?|Fort|Gateway|Glens?|Harbors?|Haven|Hollow|Inlet|Junctions?|Knolls?|Lakes?|Lodge|Mills?|Mission|Orchard|Oval|Overpass|Pass|Passage|Pines?|Plains?|Ports?|Prairie|Ramp|Ranch|Rapids?|River|Shoals?|Shores?|Spurs?|Throughway|Trace|Track|Trafficway|Tunnel|Underpass|Valleys?|Viaduct|Views?)';
const DIRECTION = '(?:North|South|East|West|NE|NW|SE|SW|[NSEW])\\.?';
const NUMBER = '\\d{1,6}(?:[-/]\\d{1,4})?[A-Za-z]?';
const WORD = "(?:\\p{Lu}[\\p{Script=Latin}'.-]*|\\d{1,3}(?:st|nd|rd|th)|of|the|de|la)";
const UNIT =
  '(?:,? (?:Apartment|Apt|Suite|Ste|Unit|Flat|Floor|Fl|Room|Rm|Building|Bldg|Block)\\.? ?#?[A-Z0-9][\\w-]{0,5}|,? #\\d{1,5}[A-Z]?|,? \\d{1,2}(?:st|nd|rd|th) [Ff]loor)';
/** `, Springfield, IL 62704` or `, London SW1A 2AA`: only with its postal code, as a city alone is no address. */
const CITY = `(?:(?:(?:,? {1,2}${TOWN})?,? {1,2}(?:${CODE}|\\d{5}(?:-\\d{4})?(?![\\p{L}\\d_.,:/-]))|,? {1,2}${CODE_FIRST})(?:,? {1,2}${COUNTRY})?)`;

/** `100 Mile Drive`, `3 Way Street`: measures, not houses. */
const MEASURE = '(?!(?:Way|Mile|Minute|Hour|Day|Star|Lane|Man|Year|Step|Point|Week|Month|Person|Block)s? )';
const capitalised = new RegExp(
  `${NUMBER},? ${MEASURE}(?:${DIRECTION} )?(?:${WORD} ){1,4}?${TYPE}(?![\\p{L}\\d_]| ${TYPE}(?!\\p{L}))\\.?(?: ${DIRECTION}(?![\\p{L}\\d_]))?${UNIT}?${CITY}?`,
  'uy',
);
const rare = new RegExp(
  `(?!(?:19|20)\\d\\d )\\d{3,6} \\p{Lu}[\\p{Script=Latin}'.-]* ${RARE_TYPE}(?![\\p{L}\\d_])${UNIT}?${CITY}?`,
  'uy',
);
const untyped = new RegExp(
  `${NUMBER} (?:${DIRECTION} )?(?:Broadway|The Mall|Piccadilly|Strand|Cheapside|Whitehall|Kurfürstendamm)(?![\\p{L}\\d_])${UNIT}?${CITY}?`,
  'uy',
);
const lowerCase =
  /\d{1,5}[a-z]? (?!way|one|lane|minute|block)(?:[a-z]{3,}|\d{1,3}(?:st|nd|rd|th)) (?:street|avenue|road|boulevard|st|ave|rd|blvd|ln)(?![\p{L}\d_])\.?(?:,? (?:apt|apartment|suite|unit|flat)\.? ?#?\w{1,5})?/uy;
const unitBefore = /(?:Flat|Apt|Apartment|Unit|Suite|Room)\.? ?#?\w{1,5},? $/;
/** A sum, a time or a count: `at 10:30 Park Avenue`, `$50 Main Street`. */
const notHouse = /[\d$€£₽#:.,/-]$/;
const box = new RegExp(
  `(?:(?:P\\. ?O\\. ?|PO |Post Office )Box \\d{1,6}|${MILITARY}|Postfach \\d{1,6})(?: ?/ ?(?:${CODE_FIRST}|${TOWN},? \\d{4,6}(?![\\p{L}\\d_-]))|,? ${MILITARY_TOWN}|${CITY})?`,
  'uy',
);
const streetLast = new RegExp(
  `(?<![\\d$€£#:.,/-])${NUMBER},? ${MEASURE}(?:(?:${DIRECTION} )?(?:${WORD} ){1,4}${TYPE}|${WORD} ${RARE_TYPE})\\.?(?: ${DIRECTION})?${UNIT}?,?[ \\t]*$`,
  'u',
);

/** `Edward Drive`: a whole line below the number of a flat. */
export const STREET_ALONE = `\\p{Lu}[\\p{Script=Latin}'.-]*(?: \\p{Lu}[\\p{Script=Latin}'.-]*)? ${TYPE}(?![\\p{L}\\d_])`;

/** Whether a line ends with a street and its house number. */
export const endsWithStreet = (line: string): boolean => streetLast.test(line);

/** `742 Evergreen Terrace`, with unit and with city and code, from the house number at `at`. */
export const findEnglishAddress = (text: string, at: number, sink: Sink): void => {
  if (notHouse.test(before(text, at, 1))) return;
  for (const pattern of [capitalised, rare, untyped, lowerCase]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    const unit = unitBefore.exec(before(text, at, 20))?.[0].length ?? 0;
    const end =
      found.endsWith('.') && !/\.[ \t]\p{Lu}/u.test(text.slice(at + found.length - 1, at + found.length + 2))
        ? at + found.length
        : at + found.replace(/\.$/, '').length;
    sink('ADDRESS', at - unit, end, SCORE.context);
    return;
  }
};

export const findPostBox = (text: string, at: number, sink: Sink): void => {
  box.lastIndex = at;
  if (box.test(text)) sink('ADDRESS', at, box.lastIndex, SCORE.context);
};
