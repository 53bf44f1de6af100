import { BadRequest } from '../../core/errors.ts';
import type { CustomType } from '../types.ts';
import { parse } from './parse.ts';
import { compile, type Program } from './program.ts';

/** A user's input: `name` becomes the type `CUSTOM_<name>`, `pattern` is a regular expression of the subset below. */
export type PatternSource = { name: string; pattern: string; ignoreCase?: boolean };

/**
 * A user's pattern, compiled. The language is that of RE2 without captures: literals, `.`, classes, `\d \w \s` and their
 * opposites, groups, `|`, `? * + {m,n}` and `\b`. It runs as an automaton, so its time is linear in the text, whatever the
 * pattern. A match has at most 256 characters, and the longest one wins.
 */
export type CustomPattern = { readonly type: CustomType; readonly program: Program };

const MAX_PATTERN_LENGTH = 500;

export const customPattern = ({ name, pattern, ignoreCase = false }: PatternSource): CustomPattern => {
  if (!/^[A-Z][A-Z0-9_]{0,30}$/.test(name)) {
    throw new BadRequest(
      'The name of a pattern has capital letters, digits and _, starts with a letter and has at most 31.',
    );
  }
  if (pattern.length > MAX_PATTERN_LENGTH)
    throw new BadRequest(`A pattern has at most ${MAX_PATTERN_LENGTH} characters.`);
  return { type: `CUSTOM_${name}`, program: compile(parse(pattern, ignoreCase)) };
};
