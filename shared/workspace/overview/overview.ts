import * as z from 'zod';
import { excerpt } from '../../core/excerpt.ts';
import { commandKinds, commandsIn, manifestsIn, READ_FOR_COMMANDS, type Seen } from './commands.ts';
import { entryPointsIn } from './entry-points.ts';
import { languagesIn } from './languages.ts';
import { purposeIn, READMES } from './purpose.ts';

const commandSchema = z
  .object({ command: z.string(), found_in: z.string().describe('The file that says so.') })
  .meta({ id: 'ProjectCommand' });

/** What a project is, as far as rules can tell. */
export const overviewSchema = z
  .object({
    name: z.string().nullable(),
    summary: z.string().nullable().describe('What the project says of itself.'),
    root: z.string().describe('The folder that holds everything; empty where that is the root of the files.'),
    files: z.int(),
    languages: z.array(z.object({ name: z.string(), files: z.int() }).meta({ id: 'ProjectLanguage' })),
    manifests: z.array(z.string()),
    entry_points: z.array(z.string()),
    commands: z
      .object(Object.fromEntries(commandKinds.map((kind) => [kind, commandSchema.nullable()])) as CommandShape)
      .meta({ id: 'ProjectCommands' }),
  })
  .meta({ id: 'ProjectOverview' });
type CommandShape = Record<(typeof commandKinds)[number], z.ZodNullable<typeof commandSchema>>;
export type Overview = z.infer<typeof overviewSchema>;

/** Of a file that is looked into, in characters. */
const MAX_LOOKED_INTO = 64 * 1024;
const LOOKED_INTO = [...new Set([...READ_FOR_COMMANDS, 'Cargo.toml', ...READMES])];

/** Archives made by others often hold one folder with everything in it. */
const rootOf = (paths: readonly string[]): string => {
  const [first = ''] = paths;
  const folder = first.slice(0, first.indexOf('/') + 1);
  return folder !== '' && paths.every((path) => path.startsWith(folder)) && !ORDINARY.test(folder) ? folder : '';
};
/** A folder with such a name is a part of a project. */
const ORDINARY = /^(src|lib|app|test|tests|docs|public|web|notes)\/$/;

/** The texts of some files; what is not text, or not there, is left out. */
export type ReadTexts = (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Tells from the paths of a project, and from what a few files say, what it is and how it is tested and started. */
export const overviewOf = async (paths: readonly string[], read: ReadTexts): Promise<Overview> => {
  const root = rootOf(paths);
  const below = new Set(paths.map((path) => path.slice(root.length)));
  const wanted = LOOKED_INTO.filter((path) => below.has(path)).map((path) => root + path);
  const texts = [...(await read(wanted))].map(
    ([path, text]) => [path.slice(root.length), excerpt(text, MAX_LOOKED_INTO)] as const,
  );
  const seen: Seen = { paths: below, texts: new Map(texts) };
  const commands = commandsIn(seen);
  const commandAt = (kind: (typeof commandKinds)[number]) => {
    const found = commands[kind];
    return found ? { command: inFolder(root, found.command), found_in: root + found.found_in } : null;
  };
  return {
    ...purposeIn(seen),
    root,
    files: paths.length,
    languages: languagesIn([...below]),
    manifests: manifestsIn(seen).map((path) => root + path),
    entry_points: entryPointsIn(seen).map((path) => root + path),
    commands: { test: commandAt('test'), build: commandAt('build'), start: commandAt('start') },
  };
};

const inFolder = (root: string, command: string): string =>
  root === '' ? command : `cd '${root.slice(0, -1).replaceAll("'", `'\\''`)}' && ${command}`;
