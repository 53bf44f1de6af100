import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fill, type Labelled } from '../../data/pii/generate.ts';
import { Random } from '../../data/pii/random.ts';
import { PACKAGES, versionOf } from '../processes/installed.ts';
import { type Faker, type Values, valuesOf } from './foreign-values.ts';
import { FRAMES } from './frames.ts';

/*
 * Texts that nobody of the project wrote: sentences of `nlp-corpus` in which what an independent list knows (names, countries,
 * nationalities, firms) is exchanged for values of `@faker-js/faker` in many locales; and, for the types that public texts hardly
 * have, frames of our own with such values. Half of the sentences and of the frames is held out.
 */

const LOCALES =
  'en_US en_GB en_CA en_AU de de_AT de_CH fr fr_CH fr_BE es es_MX it nl pl pt_PT pt_BR da sv nb_NO fi cs_CZ'.split(' ');
const FIRMS =
  /\b(?:Microsoft|Google|Sony|Disney|Toyota|General Motors|Goldman Sachs|Paramount|Universal|Nintendo|IBM|Boeing)\b/;
const MOST_SENTENCES = 400;
const ROUNDS = 12;

type Half = 'looked at' | 'held out';
type Kind = 'NAME' | 'PLACE' | 'NATIONALITY' | 'ORGANISATION' | 'DATE';

const SOURCES = ['@faker-js/faker', 'nlp-corpus', 'i18n-nationality'];
const require = createRequire(import.meta.url);

const sentencesOf = (): string[] => {
  const folder = join(PACKAGES, 'nlp-corpus/builds');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as string[])
    .filter((sentence) => sentence.length < 220 && !/["@]/.test(sentence));
};

const nationsOf = (language: string): string[] =>
  Object.values(
    (
      JSON.parse(readFileSync(join(PACKAGES, `i18n-nationality/langs/${language}.json`), 'utf8')) as {
        nationalities: Record<string, string>;
      }
    ).nationalities,
  ).filter((one) => /^\p{L}+$/u.test(one));

const alternatives = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}'-])(?:${words.map((word) => word.replace(/[.()]/g, '\\$&')).join('|')})(?![\\p{L}'-])`, 'u');

/** What marks the place of a value in a sentence; each is a list of somebody else. */
const anchors = (base: Record<string, Record<string, unknown>>): Record<Kind, RegExp> => {
  const { person, location } = base as {
    person: { first_name: { generic: string[] }; last_name: { generic: string[] } };
    location: { country: string[]; state: string[] };
  };
  const firsts = person.first_name.generic.filter((one) => one.length > 2).join('|');
  return {
    NAME: new RegExp(`(?<![\\p{L}'-])(?:${firsts}) (?:${person.last_name.generic.join('|')})(?![\\p{L}'-])`, 'u'),
    PLACE: alternatives([...location.country, ...location.state]),
    NATIONALITY: alternatives(nationsOf('en')),
    ORGANISATION: FIRMS,
    DATE: /\b(?:January|February|March|April|June|July|August|September|October|November|December) \d{1,2}, (?:19|20)\d\d\b/,
  };
};

/** Nothing else may be personal: but for the first word and the anchor there is no capital letter and no digit. */
const isPlain = (sentence: string, anchor: RegExp): boolean => {
  const { index, 0: found } = anchor.exec(sentence)!;
  const rest = `${sentence.slice(0, index)} ${sentence.slice(index + found.length)}`;
  return index > 1 && !/\d|(?!^)\p{Lu}(?<!I(?=[ ',]))/u.test(rest) && sentence[index - 1] === ' ';
};

const half = <T>(all: readonly T[], which: Half): T[] =>
  all.filter((_, at) => at % 2 === (which === 'held out' ? 1 : 0));

/** Undefined where the packages are not installed. */
export const foreignTexts = (which: Half, seed: number): Labelled[] | undefined => {
  if (SOURCES.some((name) => versionOf(name) === undefined)) return undefined;
  const { allFakers, allLocales } = require('@faker-js/faker') as {
    allFakers: Record<string, Faker>;
    allLocales: Record<string, Record<string, Record<string, unknown>>>;
  };
  const random = new Random(seed);
  const values = new Map<string, Values>();
  for (const locale of LOCALES) {
    allFakers[locale]!.seed(seed);
    const language = ['de', 'fr', 'es', 'it', 'nl', 'fi'].find((one) => locale.startsWith(one)) ?? 'en';
    values.set(locale, valuesOf(allFakers[locale]!, locale, nationsOf(language)));
  }
  const english = (): Values => ({
    ...values.get(random.pick(LOCALES))!,
    NATIONALITY: values.get('en_US')!.NATIONALITY!,
  });
  const sentences = sentencesOf();
  const swapped = Object.entries(anchors(allLocales.en!)).flatMap(([kind, anchor]) =>
    half(
      sentences.filter((one) => anchor.test(one) && isPlain(one, anchor)),
      which,
    )
      .slice(0, MOST_SENTENCES)
      .map((one) => fill(one.replace(/[{}]/g, '').replace(anchor, `{${kind}}`), random, english())),
  );
  const framed = Object.entries(FRAMES).flatMap(([language, frames]) => {
    const locales = LOCALES.filter((locale) => (language === 'en' ? true : locale.startsWith(language)));
    return Array.from({ length: ROUNDS * (language === 'en' ? 2 : 1) }, () =>
      half(frames, which).map((frame) => fill(frame, random, values.get(random.pick(locales))!)),
    ).flat();
  });
  return [...swapped, ...framed].map((one) => ({ ...one, spans: one.spans.map(typed) }));
};

const typed = (span: Labelled['spans'][number]): Labelled['spans'][number] => ({
  ...span,
  type: span.type === 'ADDRESS_BLOCK' ? 'ADDRESS' : span.type,
});
