import { BadRequest } from '../../core/errors.ts';
import type { CustomType } from '../types.ts';
import { parse } from './parse.ts';
import { compile, type Program } from './program.ts';

/** What a user writes: `name` becomes the type `CUSTOM_<name>`, `pattern` is a regular expression of the subset below. */
export type PatternSource = { name: string; pattern: string; ignoreCase?: boolean };

/**
 * A pattern of a user, ready to run. The language is that of RE2 without captures: literals, `.`, classes, `\d \w \s` and
 * their opposites, groups, `|`, `? * + {m,n}` and `\b`. It runs as an automaton: time grows with the text alone, whatever
 * the pattern. A match has at most 256 characters and the longest one wins.
 */
export type CustomPattern = { readonly type: CustomType; readonly program: Program };

const LONGEST_PATTERN = 500;

export const customPattern = ({ name, pattern, ignoreCase = false }: PatternSource): CustomPattern => {
  if (!/^[A-Z][A-Z0-9_]{0,30}$/.test(name)) {
    throw new BadRequest(
      'The name of a pattern has capital letters, digits and _, starts with a letter and has at most 31.',
    );
  }
  if (pattern.length > LONGEST_PATTERN) throw new BadRequest(`A pattern has at most ${LONGEST_PATTERN} characters.`);
  return { type: `CUSTOM_${name}`, program: compile(parse(pattern, ignoreCase)) };
};
