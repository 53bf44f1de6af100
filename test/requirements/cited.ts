import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filesById } from '../support/ids-by-file.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

export type Requirement = { id: string; state: 'done' | 'part' | 'open'; text: string };

const ROW = /^\| ([A-Z]+\d+) \| (done|part|open) \| (.+) \|$/gm;

/** The rows of a list of requirements in Markdown. */
export const requirementsIn = (markdown: string): Requirement[] =>
  [...markdown.matchAll(ROW)].map(([, id = '', state, text = '']) => ({
    id,
    state: state as Requirement['state'],
    text,
  }));

export const requirements = (): Requirement[] =>
  requirementsIn(readFileSync(join(ROOT, 'docs/requirements.md'), 'utf8'));

/** Ids in a comment such as `Requirements: AP2, AP4.` at the top of a test file. */
export const citedIn = (text: string): string[] =>
  /^\/\* Requirements: ([A-Z0-9, ]+)\. \*\/$/m.exec(text)?.[1]?.split(', ') ?? [];

/** Test files by the id they cite. */
export const citations = (): Map<string, string[]> => filesById(citedIn);

/** What is done without a test that says so, and what is cited but not in the list. */
export const gapsIn = (
  list: readonly Requirement[],
  cited: ReadonlyMap<string, string[]>,
): { uncited: string[]; unknown: string[] } => {
  const known = new Set(list.map(({ id }) => id));
  return {
    uncited: list.filter(({ id, state }) => state === 'done' && !cited.has(id)).map(({ id }) => id),
    unknown: [...cited.keys()].filter((id) => !known.has(id)),
  };
};
