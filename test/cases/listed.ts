import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filesById } from '../support/ids-by-file.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

/** An input that once went wrong: what came of it, and what comes of it now. */
export type Case = { id: string; input: string; before: string; now: string };

const ROW = /^\| ([A-Z]\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm;

/** The rows of a list of cases in Markdown. */
export const casesIn = (markdown: string): Case[] =>
  [...markdown.matchAll(ROW)].map(([, id = '', input = '', before = '', now = '']) => ({ id, input, before, now }));

export const cases = (): Case[] =>
  ['gateway.md', 'reliability.md'].flatMap((file) => casesIn(readFileSync(join(import.meta.dirname, file), 'utf8')));

/** A title of a test, or of a group of tests, that begins with the ids of cases: `G7: …`, or `G7, G8: …`. */
const TITLE = /^([GR]\d+(?:, [GR]\d+)*): /;

export const idsOfTitle = (title: string): string[] => TITLE.exec(title)?.[1]?.split(', ') ?? [];

/** A title stands behind a bracket, of a call or of a table's row. */
const LITERAL = /[([]\s*['"`]([GR]\d+(?:, [GR]\d+)*: )/g;

/** Ids in the titles that stand in the text of a test file. */
export const idsOfFile = (text: string): string[] => [
  ...new Set([...text.matchAll(LITERAL)].flatMap(([, begin = '']) => idsOfTitle(begin))),
];

/** Test files by the cases they show, without running any. */
export const shownBy = (): Map<string, string[]> => filesById(idsOfFile);
