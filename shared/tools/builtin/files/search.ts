import * as z from 'zod';
import { type LineTest, searchFiles } from '../../../workspace/index.ts';
import { succeeded } from '../../result.ts';
import { builtin } from '../define.ts';
import { pathSchema, versionSchema } from './arguments.ts';
import { explained, Mistaken } from './explained.ts';

/** What a pattern compiles to: each character of a line is compared with as many at most. */
const MAX_PROGRAM = 1_000;

export const fileSearch = builtin({
  name: 'file_search',
  description: 'Searches the text files of the workspace line by line, for a text or by a regular expression.',
  schema: z.strictObject({
    query: z.string().min(1).max(200),
    regex: z.boolean().default(false).describe('The query is a regular expression in the syntax of RE2'),
    ignore_case: z.boolean().default(false),
    folder: pathSchema.optional(),
    after: pathSchema.optional().describe('Where the search before stopped, to go on from there'),
    limit: z.int().min(1).max(200).default(50).describe('How many lines at most'),
    version: versionSchema.optional().describe('An earlier version of the files; by default the newest'),
  }),
  risk: 'low',
  repeat: 'safe',
  run: ({ query, regex, ignore_case, folder, version: at, ...rest }, { project, signal }) =>
    explained(async () => {
      const matches = regex ? await patternTest(query, ignore_case) : textTest(query, ignore_case);
      const found = await searchFiles(project, {
        ...rest,
        matches,
        at,
        signal,
        ...(folder !== undefined && { folder: folder.replace(/\/$/, '') }),
      });
      return succeeded(JSON.stringify(found));
    }),
});

const textTest = (query: string, ignoreCase: boolean): LineTest => {
  const wanted = ignoreCase ? query.toLowerCase() : query;
  return (line) => (ignoreCase ? line.toLowerCase() : line).includes(wanted);
};

/** RE2 takes time in proportion to the line, whatever the pattern; JavaScript's own expressions may take for ever. */
const patternTest = async (query: string, ignoreCase: boolean): Promise<LineTest> => {
  const { RE2JS } = await import('re2js');
  try {
    const pattern = RE2JS.compile(query, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    if (pattern.programSize() <= MAX_PROGRAM) return (line) => pattern.matcher(line).find();
  } catch (error) {
    const why = error instanceof Error ? error.message : 'It cannot be read.';
    throw new Mistaken(`Not a regular expression in the syntax of RE2: ${why}`);
  }
  throw new Mistaken('This regular expression is too large. Repeat less, or search for a text.');
};
