import { before } from '../reading/context.ts';
import { SCORE, type Sink } from '../types.ts';
import { CODE_FIRST } from './parts.ts';

const HOUSE =
  '\\d{1,4}(?:[ ]?[A-Ha-h](?![\\p{L}\\d])| (?:bis|ter)(?!\\p{L}))?(?:[-/]\\d{1,4}|/[A-Za-z](?!\\p{L}))?(?![\\p{L}\\d_.]\\d|[\\p{L}\\d_])';
const WORD = "\\p{Lu}[\\p{Script=Latin}'-]*";

/** A floor and a door, `3º B`, then the postal code and the town: `, 10115 Berlin`, `, F-75002 Paris`. */
const PLACE = `(?:,? {1,2}\\d{1,2}[.ºª°]{1,2}(?: ?[A-Z](?![\\p{L}\\d]))?)?(?:,? {1,2}${CODE_FIRST})?`;

/** German puts the house behind the street, in one word with its kind; Italian, Spanish and Portuguese name the kind first. */
const german = new RegExp(
  `(?!(?:Sp|St|Offsp|Hamst)ring )${WORD}(?:straße|strasse|str\\.|weg|allee|platz|gasse|damm|ufer|ring|laan|straat|singel|gracht|plein|dreef|vej|gade|stræde|vænget|toften|engen|bakken|marken|lunden|gatan|gata|gate|vägen|stigen|gränd|torget|backen|veien|vegen|svingen|grenda|kollen|katu|kuja|polku|kaari|rinne|stieg|steig|graben|berg|hof|markt|brink)(?:,)? ${HOUSE}${PLACE}|(?:${WORD} ){1,2}(?:Straße|Strasse|Str\\.|Allee|Platz|Weg|Gasse|Ring|Damm|Ufer|utca|útja|tér|cesta|ulica|trg) ${HOUSE}${PLACE}|(?:ul|al|os|pl)\\. ${WORD}(?: ${WORD}){0,2} ${HOUSE}${PLACE}`,
  'uy',
);
const ROMANCE =
  '(?:Via|Viale|Vicolo|Piazza|Piazzale|Corso|Largo|Strada|Borgo|Contrada|Lungomare|Calle|Callejón|Avenida|Av\\.|Plaza|Paseo|Pasaje|Travesía|Ronda|Glorieta|Camino|Carretera|Rambla|Cuesta|Carrer|Rúa|Rua|Travessa|Praça|Alameda|Beco|Estrada|Rodovia|Ladeira|Viela|Jardim|Acesso|Marginal|Rue|Voie|Quai|Chemin|Chaussée|Allée|Impasse|Cours|C/)';
const romance = new RegExp(
  `${ROMANCE} ?(?:(?:de|del|della|dei|delle|di|da|do|dos|la|las|los|el|e) ){0,2}${WORD}(?: (?:(?:de|del|della|di|da|do|la|los) )?${WORD}){0,2},? (?:n[.º°] ?)?${HOUSE}${PLACE}`,
  'uy',
);
/** French puts the house first and its kind of street in lower case; `at` is the first capital of the name. */
const frenchBefore =
  /(?<![\d\p{L}])\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|allée|chemin|impasse|quai|cours|route|square|passage) (?:(?:de|du|des|la|les|de la|de l'|d'|l') ?){0,2}$/iu;
const frenchName = new RegExp(
  `\\p{Lu}[\\p{Script=Latin}'-]*(?:[ -](?:(?:de|du|des|la|le|et) )?\\p{Lu}[\\p{Script=Latin}'-]*){0,3}${PLACE}`,
  'uy',
);

/** `451 Avenue de Frinvillier`, `419 Travessa Gúbio`: the kind with a capital letter behind the house. */
const houseBefore = /(?<![\d\p{L}.,:/$€£-])\d{1,5}(?: ?(?:bis|ter|[A-Za-z]))?,? $/u;
const kindBehind = new RegExp(
  `(?:(?:Petite |Grande )?[Rr]ue|Avenue|Boulevard|Square|Passage|Place|${ROMANCE})(?: (?:de la|de l'|des|du|de|d'|do|da|dos|la|le|les) ?| )${WORD}(?:[ -](?:(?:de|du|des|la|le|et|do|da) )?${WORD}){0,3}${PLACE}`,
  'uy',
);
/** Polish and Czech kinds in lower case, or a name that ends as those of streets do. */
const slavicBefore =
  /(?<!\p{L})(?:ul\.|ulica|al\.|aleja|os\.|osiedle|pl\.|plac|wyb\.|szosa|rondo|skwer|bulwar|ogród|wyspa|nám\.|náměstí|třída|nábř\.) $/u;
const slavic = new RegExp(`${WORD}(?: ${WORD}){0,2} ${HOUSE}${PLACE}`, 'uy');
const czech = new RegExp(
  `\\p{Lu}\\p{Script=Latin}{2,}(?:ská|cká|ného|ského|ckého) ${HOUSE}${PLACE}(?![ \\t]\\p{Ll})`,
  'uy',
);

/** A German, Italian, Spanish, Portuguese or French address around the capital letter at `at`. */
export const findEuropeanAddress = (text: string, at: number, sink: Sink): void => {
  for (const pattern of [german, romance, czech]) {
    pattern.lastIndex = at;
    if (!pattern.test(text)) continue;
    sink('ADDRESS', at, pattern.lastIndex, SCORE.context);
    return;
  }
  const slavicKind = slavicBefore.exec(before(text, at, 12));
  slavic.lastIndex = at;
  if (slavicKind !== null && slavic.test(text)) {
    sink('ADDRESS', at - slavicKind[0].length, slavic.lastIndex, SCORE.context);
    return;
  }
  const number = houseBefore.exec(before(text, at, 12));
  kindBehind.lastIndex = at;
  if (number !== null && kindBehind.test(text)) {
    sink('ADDRESS', at - number[0].length, kindBehind.lastIndex, SCORE.context);
    return;
  }
  const house = frenchBefore.exec(before(text, at, 40));
  if (house === null) return;
  frenchName.lastIndex = at;
  if (frenchName.test(text)) sink('ADDRESS', at - house[0].length, frenchName.lastIndex, SCORE.context);
};
