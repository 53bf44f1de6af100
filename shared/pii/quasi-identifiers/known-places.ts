import { TOWNS } from './data/towns.ts';
import { Phrases, phrasesOf } from './phrases.ts';

const LANGUAGES = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'da', 'sv', 'nb', 'cs'];
const A = 65;
const Z = 90;

/** The countries as Unicode's data (CLDR), which the platform has, names them in some languages. */
const countries = (): string[] => {
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const codes: string[] = [];
  for (let first = A; first <= Z; first += 1)
    for (let second = A; second <= Z; second += 1) codes.push(String.fromCharCode(first, second));
  const known = codes.filter((code) => english.of(code) !== undefined);
  const all = [english, ...LANGUAGES.map((one) => new Intl.DisplayNames([one], { type: 'region', fallback: 'none' }))];
  return all
    .flatMap((display) => known.map((code) => display.of(code) ?? ''))
    .filter((name) => isName.test(name) && name !== 'Man');
};
const isName = /^\p{Lu}[\p{L} '’.&-]{2,}$/u;

/** The towns that time zones are named after. */
const zones = (): string[] =>
  Intl.supportedValuesOf('timeZone')
    .filter((zone) => !/^Etc|GMT|UTC|^Antarctica|^Indian/.test(zone))
    .map((zone) => zone.split('/').at(-1)!.replaceAll('_', ' '));

let places: Phrases | undefined;
/** Made at first use, in some 50 ms: who does not look for places does not pay for them. */
export const allPlaces = (): Phrases => {
  places ??= new Phrases([...phrasesOf(TOWNS), ...countries(), ...zones()]);
  return places;
};
