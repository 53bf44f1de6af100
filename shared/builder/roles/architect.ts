import * as z from 'zod';
import type { Role } from './role.ts';

export const architecture = z
  .object({
    overview: z.string().min(1).max(4_000).describe('The parts, what each is for, and how they work together.'),
    files: z
      .array(
        z
          .object({ path: z.string().min(1).max(512), purpose: z.string().min(1).max(500) })
          .meta({ id: 'ArchitectureFile' }),
      )
      .min(1)
      .max(60),
    test_command: z
      .string()
      .min(1)
      .max(500)
      .describe('Runs all tests from the root of the project; exits with 0 only if all of them pass.'),
    build_command: z.string().min(1).max(500).nullish().describe('Makes what is shown, where files need to be built.'),
    web_folder: z
      .string()
      .min(1)
      .max(512)
      .nullish()
      .describe('The folder with index.html, where there is a page to show.'),
  })
  .meta({ id: 'Architecture' });
export type Architecture = z.infer<typeof architecture>;

const PROMPT = `You are the architect of a small team that builds software.

You get a specification and, where the project exists already, its files. Decide how it is built: few files, each with one purpose; plain
ES modules and web standards; no dependency that would have to be installed. Behaviour lies in modules that can be tested without a
browser, and a page only connects them to what is seen.

Tests are plain ES modules without a test framework. "test_command" runs all of them and is a single command, such as
"node test/run.js": a file that imports the tests, prints one line "ok <name>" or "not ok <name>: <reason>" for each, and exits with 1
if any failed. Commands have no network and no package manager.

Where the project exists already, "test_command" is the one it has, and new tests are written in its way; choose another only if that one
needs something to be installed that is not there, and say so.

Keep what the project has where it serves the specification; say in "overview" what changes and why.`;

export const architect: Role<Architecture> = {
  name: 'architect',
  prompt: PROMPT,
  tools: ['file_list', 'file_read', 'file_search'],
  output: architecture,
};
