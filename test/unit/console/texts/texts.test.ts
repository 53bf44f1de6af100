import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { preferLanguage } from '../../../../console/src/app/preferences/preferences.ts';
import { en } from '../../../../console/src/texts/en.ts';
import { counted, filled } from '../../../../console/src/texts/index.ts';
import { ru } from '../../../../console/src/texts/ru.ts';
import { ROOT, sourcesIn } from '../../structure/source-tree.ts';
import { ownTexts } from './own-texts.ts';

/* Requirements: WEB2. */

/** A text by the path of its key, as `chat.notes.plan_created`; the forms of a count are one. */
type Entry = { path: string; texts: string[]; forms: string[] };

const isCount = (value: object): boolean => 'one' in value && 'other' in value;
const entriesOf = (all: object, above = ''): Entry[] =>
  Object.entries(all).flatMap(([key, value]: [string, string | object]): Entry[] => {
    const path = above + key;
    if (typeof value === 'string') return [{ path, texts: [value], forms: [] }];
    if (isCount(value)) return [{ path, texts: Object.values(value), forms: Object.keys(value).toSorted() }];
    return entriesOf(value, `${path}.`);
  });

const placesIn = (texts: readonly string[]): string =>
  [...new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].toSorted().join(' ');

const english = entriesOf(en);
const russian = new Map(entriesOf(ru).map((entry) => [entry.path, entry]));
const sources = sourcesIn('console/src').filter((file) => !/texts.(en|ru)\.ts$/.test(file));
const contents = sources.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')] as const);
const everything = contents.map(([, text]) => text).join('\n');

describe('the two languages', () => {
  test('have the same keys, but for what the API says in English anyway; a count has the forms of its language', () => {
    const pathsOf = (entries: Iterable<Entry>): string[] =>
      [...entries].map(({ path }) => path).filter((path) => !path.startsWith('problems.'));
    expect(pathsOf(russian.values()).toSorted()).toEqual(pathsOf(english).toSorted());
    const counts = english.filter(({ forms }) => forms.length > 0);
    expect(counts.length).toBeGreaterThan(0);
    const isPlain = ({ texts }: Entry): boolean => new Set(texts).size === 1;
    const short = counts.flatMap(({ path }) => russian.get(path) ?? []).filter((entry) => entry.forms.length < 4);
    expect(short.filter((entry) => !isPlain(entry))).toEqual([]);
    expect(counts.filter(({ forms }) => forms.join() !== 'one,other')).toEqual([]);
  });

  test('fill in the same places', () => {
    const different = english.filter(
      ({ path, texts }) => placesIn(texts) !== placesIn(russian.get(path)?.texts ?? texts),
    );
    expect(different).toEqual([]);
  });

  test('say something in each place, with no space too many', () => {
    const isOdd = ({ texts }: Entry): boolean => texts.some((text) => text.trim() !== text || / {2}/.test(text));
    const odd = [...english, ...russian.values()].filter(isOdd);
    expect(odd).toEqual([]);
    const isEmpty = (entry: Entry | undefined): boolean => entry?.texts.includes('') ?? false;
    expect(english.filter((entry) => isEmpty(entry) !== isEmpty(russian.get(entry.path)))).toEqual([]);
    const untranslated = english.filter(
      ({ path, texts }) => texts.join() === russian.get(path)?.texts.join() && / [a-z]{4}/.test(texts.join()),
    );
    expect(untranslated).toEqual([]);
  });
});

describe('what is done with texts', () => {
  test('each is used somewhere', () => {
    const names = new Set(everything.match(/\w+/g));
    // By what the API says, or by the state of something: then the group is looked up in.
    const groups = new Set([...everything.matchAll(/(\w+)\)?\s*\[\s*[^\]\s]/g)].map(([, name]) => name));
    const isUsed = ({ path }: Entry): boolean => {
      const keys = path.split('.');
      // A screen's own part is none: its name is that of much else.
      const within = keys.filter((key, level) => level > 0 || !(key in en.screens));
      return names.has(keys.at(-1) ?? '') || within.some((key) => groups.has(key));
    };
    expect(english.filter((entry) => !isUsed(entry)).map(({ path }) => path)).toEqual([]);
  });

  test('no component has one of its own', () => {
    const found = contents
      .filter(([file]) => file.endsWith('.tsx'))
      .flatMap(([file, text]) => ownTexts(text).map((own) => `${file}: ${own}`));
    expect(found).toEqual([]);
  });

  test.each([
    '<p>Hello there</p>',
    '<Button onClick={f}>Save</Button>',
    '<p>{count} runs</p>',
    '<Field label="Name" />',
    '<p title="Now">{x}</p>',
  ])('a planted one is found: %s', (text) => {
    expect(ownTexts(`const Planted = () => ${text};`)).toHaveLength(1);
  });
});

describe('numbers in texts', () => {
  test('places are filled in, and what is not known stays to be seen', () => {
    expect(filled('{a} of {b}, {c}', { a: 1, b: 'two' })).toBe('1 of two, {c}');
    expect(filled('{name}', { name: '$& {name}' })).toBe('$& {name}');
  });

  test('a count takes the form of its language', () => {
    const forms = { one: '{count} запуск', few: '{count} запуска', many: '{count} запусков', other: '{count} запуска' };
    preferLanguage('ru');
    expect([1, 2, 5, 11, 21, 1.5].map((count) => counted(count, forms))).toEqual([
      '1 запуск',
      '2 запуска',
      '5 запусков',
      '11 запусков',
      '21 запуск',
      '1,5 запуска',
    ]);
    preferLanguage('en');
    expect([0, 1, 1_200].map((count) => counted(count, { one: '{count} run', other: '{count} runs' }))).toEqual([
      '0 runs',
      '1 run',
      '1,200 runs',
    ]);
  });
});
