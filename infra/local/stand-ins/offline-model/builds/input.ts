import { kinds } from './kinds/all.ts';
import type { Kind } from './kinds/kind.ts';
import { note } from './note.ts';

/** Headings of what the platform tells the roles. A specification inside of a section has headings of its own. */
const HEADINGS = [
  'The wish',
  'What was said and built before',
  'The project as it is',
  'What the person says of its tests',
  'README.md as it is',
  'Files of the project',
  'The specification that was sent back',
  'Why it was sent back',
  'The person’s answers to your questions',
  'Specification',
  'Architecture',
  'The architecture that was sent back',
  'Tasks that are done already',
  'Why it is planned again',
  'What was wrong with your last plan',
  'Task',
  'Your task',
  'What went wrong before',
  'How it is done',
  'Files to write',
  'Files',
  'What was wrong with your last answer',
  'What the person said to you',
];
const nextHeading = new RegExp(`^## (?:${HEADINGS.join('|')})$`, 'm');

/** A section of what a role is told; empty if there is none. */
export function section(input: string, heading: string): string {
  const begin = new RegExp(`^## ${heading}$\\n`, 'm').exec(input);
  if (!begin) return '';
  const rest = input.slice(begin.index + begin[0].length);
  return rest.slice(0, nextHeading.exec(rest)?.index).trim();
}

export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

const MARK = /\(By rules for ([^)]+)\.\)/g;
const QUOTED = /^> (.+)$/m;

/** In a specification, so that everybody who reads it knows by which rules it was written, the other roles among them. */
export const markOf = ({ name }: Kind): string => `(By rules for ${name}.)`;

export const kindOf = (wish: string): Kind => kinds.find(({ words }) => words.test(wish)) ?? note;

/** The kind a specification names, after the wish that it quotes; if a person has taken the mark out, that of its words. */
export function kindIn(specification: string): Kind {
  const name = [...specification.matchAll(MARK)].at(-1)?.[1];
  return [...kinds, note].find((kind) => kind.name === name) ?? kindOf(specification);
}

/** The wish, as a specification quotes it. */
export const wishIn = (specification: string): string => QUOTED.exec(specification)?.[1]?.trim() ?? 'something';
