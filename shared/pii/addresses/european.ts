import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';

const HOUSE =
  '\\d{1,4}(?:[ ]?[a-h](?![\\p{L}\\d]))?(?:[-/]\\d{1,4}|/[A-Za-z](?!\\p{L}))?(?![\\p{L}\\d_.]\\d|[\\p{L}\\d_])';
const WORD = "\\p{Lu}[\\p{Script=Latin}'-]*";

/** A floor and a door, `3º B`, then the postal code and the town: `, 10115 Berlin`, `, F-75002 Paris`. */
const PLACE = `(?:,? {1,2}\\d{1,2}[.ºª°]{1,2}(?: ?[A-Z](?![\\p{L}\\d]))?)?(?:,? {1,2}(?:[A-Z]{1,2}-)?\\d{4,5} {1,2}${WORD}(?:[ -]${WORD}){0,2})?`;

/** German puts the house behind the street, in one word with its kind; Italian, Spanish and Portuguese name the kind first. */
const german = new RegExp(
  `(?!(?:Sp|St|Offsp|Hamst)ring )${WORD}(?:straße|strasse|str\\.|weg|allee|platz|gasse|damm|ufer|ring|laan|straat|singel|gracht|plein|dreef|vej|gade|stræde|gatan|gata|vägen|stigen|gränd|veien|vegen|katu|kuja|polku|stieg)(?:,)? ${HOUSE}${PLACE}|(?:${WORD} ){1,2}(?:Straße|Strasse|Str\\.|Allee|Platz|Weg|Gasse|utca|útja|tér|cesta|ulica|trg) ${HOUSE}${PLACE}|(?:ul|al|os|pl)\\. ${WORD}(?: ${WORD}){0,2} ${HOUSE}${PLACE}`,
  'uy',
);
const romance = new RegExp(
  `(?:Via|Viale|Piazza|Corso|Largo|Calle|Avenida|Av\\.|Plaza|Paseo|Carrer|Rua|Travessa|C/) ?(?:(?:de|del|della|dei|delle|di|da|do|dos|la|las|los|el|e) ){0,2}${WORD}(?: (?:(?:de|del|della|di|da|do|la|los) )?${WORD}){0,2},? (?:n[.º°] ?)?${HOUSE}${PLACE}`,
  'uy',
);
/** French puts the house first and its kind of street in lower case; `at` is the first capital of the name. */
const frenchBefore =
  /(?<![\d\p{L}])\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|allée|chemin|impasse|quai|cours|route|square|passage) (?:(?:de|du|des|la|les|de la|de l'|d'|l') ?){0,2}$/iu;
const frenchName = new RegExp(
  `\\p{Lu}[\\p{Script=Latin}'-]*(?:[ -](?:(?:de|du|des|la|le|et) )?\\p{Lu}[\\p{Script=Latin}'-]*){0,3}${PLACE}`,
  'uy',
);

/** A German, Italian, Spanish, Portuguese or French address around the capital letter at `at`. */
export const findEuropeanAddress = (text: string, at: number, sink: Sink): void => {
  for (const pattern of [german, romance]) {
    pattern.lastIndex = at;
    if (!pattern.test(text)) continue;
    sink('ADDRESS', at, pattern.lastIndex, SCORE.context);
    return;
  }
  const house = frenchBefore.exec(before(text, at, 40));
  if (house === null) return;
  frenchName.lastIndex = at;
  if (frenchName.test(text)) sink('ADDRESS', at - house[0].length, frenchName.lastIndex, SCORE.context);
};
