import { COUNTRIES } from './countries.ts';

/** Parts of addresses in Latin letters, as sources of regular expressions. */
export const WORD = "\\p{Lu}[\\p{Script=Latin}'.-]*";
/** What stands inside a town's name: `Ledeč nad Sázavou`, `Torrejón de Ardoz`, `Eben im Pongau`. */
const JOINT =
  "(?:[ -](?:nad|pod|bei|an der|ob der|sur|sous|lès|upon|de la|de|del|do|da|dos|di|d'|aan den|aan|v|u)[ -]|[ -](?:am|im|in)[ -](?!Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Morgen|Abend|Sommer|Winter|Herbst))";
export const TOWN = `${WORD}(?:(?:[ -]|${JOINT})${WORD}){0,3}`;
const NO_MORE = '(?![\\p{L}\\d_-])';

/** A postal code that its form tells: `IL 62704`, `SW1A 2AA`, `NSW 2000`, `ON K1A 0B1`. */
export const CODE = `(?:[A-Z]{2},? {1,2}\\d{5}(?:-\\d{4})?|[A-Z]{1,2}\\d[A-Z\\d]? {1,2}\\d[A-Z]{2}|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \\d{4}|(?:[A-Z]{2},? )?[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|[A-Z]\\d[\\dW] ?[A-Z0-9]{4})${NO_MORE}`;
/** A code before its town: `40112 Newfield`, `F-75002 Paris`, `1012 AB Amsterdam`, `111 22 Stockholm`. */
export const CODE_FIRST = `(?:(?:[A-Z]{1,2}-)?\\d{4,6}(?: ?[A-Z]{2}(?= ))?|\\d{3} \\d{2}|\\d{2}-\\d{3}|\\d{4,5}-\\d{3}),? {1,2}${TOWN}`;
export const COUNTRY = `(?:${COUNTRIES})${NO_MORE}`;
export const MILITARY = `(?:Unit \\d{3,5},? Box \\d{1,5}|PSC \\d{1,5},? Box \\d{1,5})`;
export const MILITARY_TOWN = `(?:APO|FPO|DPO),? A[AEP] \\d{5}(?:-\\d{4})?`;
export const UNIT = `(?:Apartment|Apt|Studio|Suite|Ste|Unit|Flat|Floor|Fl|Room|Rm|Building|Bldg|Block)\\.? ?#?[A-Z0-9][\\w-]{0,5}${NO_MORE}`;

/** What has a number behind it and is no street. */
export const NO_STREET =
  '(?!\\p{Lu}{2,}[ ,])(?!(?:Room|Opus|Symphony|Act|Scene|Verse|Psalm|Exhibit|Appendix|Terminal|Flight|Ubuntu|Debian|Postgres|Java|Python|Node|Office|Android|Page|Chapter|Section|Windows|Version|Unit|Box|Suite|Floor|Building|Block|Gate|Platform|Track|Line|Level|Lot|Step|Part|Figure|Table|Article|Form|Phase|Week|Day|Season|Episode|Volume|Issue|Number|No|Area|Zone|Group|Team|Class|Type|Model|Port|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\\.?,? )';
