import { isOwn } from './languages.ts';
import { packageIn, scriptOf } from './package-json.ts';

export const commandKinds = ['test', 'build', 'start'] as const;
export type CommandKind = (typeof commandKinds)[number];
/** A command, and the file that says so. */
export type FoundCommand = { command: string; found_in: string };

/** The files of a project as rules look at them: paths below its root, and the texts of those that were read. */
export type Seen = { paths: ReadonlySet<string>; texts: ReadonlyMap<string, string> };

type Commands = Partial<Record<CommandKind, string>>;
type Rule = { files: readonly string[]; commands(seen: Seen, file: string): Commands };

const always = (commands: Commands) => (): Commands => commands;

const scripts = ({ texts }: Seen, file: string): Commands => {
  const found = packageIn(texts.get(file));
  const start = scriptOf(found, 'start', 'dev', 'serve');
  return {
    ...(scriptOf(found, 'test') && { test: 'npm test' }),
    ...(scriptOf(found, 'build') && { build: 'npm run build' }),
    ...(start && { start: start === 'start' ? 'npm start' : `npm run ${start}` }),
  };
};

/** The first target of each kind, by the names that are usual. */
const TARGETS: Record<CommandKind, readonly string[]> = {
  test: ['test', 'tests', 'check'],
  build: ['build'],
  start: ['run', 'start', 'serve'],
};
const targets = ({ texts }: Seen, file: string): Commands => {
  const there = new Set([...(texts.get(file) ?? '').matchAll(/^([A-Za-z][\w-]*)\s*:(?!=)/gm)].map(([, name]) => name));
  return Object.fromEntries(
    commandKinds.flatMap((kind) => {
      const target = TARGETS[kind].find((name) => there.has(name));
      return target === undefined ? [] : [[kind, `make ${target}`]];
    }),
  );
};

const IS_PYTHON_TEST = /(^|\/)(test_[^/]*|[^/]*_test)\.py$/;
const python = ({ paths, texts }: Seen, file: string): Commands => {
  const text = texts.get(file) ?? '';
  const hasTests = /^\[tool[.:]pytest|^\[pytest\]/m.test(text) || [...paths].some((path) => IS_PYTHON_TEST.test(path));
  return {
    ...(hasTests && { test: 'python -m pytest' }),
    ...(paths.has('manage.py') && { test: 'python manage.py test', start: 'python manage.py runserver' }),
  };
};

/** What comes first counts: what a project says of its own commands, before what is usual for its kind. */
const RULES: readonly Rule[] = [
  { files: ['package.json'], commands: scripts },
  { files: ['Makefile', 'makefile', 'GNUmakefile'], commands: targets },
  {
    files: ['pyproject.toml', 'pytest.ini', 'tox.ini', 'setup.cfg', 'setup.py', 'requirements.txt', 'manage.py'],
    commands: python,
  },
  { files: ['go.mod'], commands: always({ test: 'go test ./...', build: 'go build ./...', start: 'go run .' }) },
  { files: ['Cargo.toml'], commands: always({ test: 'cargo test', build: 'cargo build', start: 'cargo run' }) },
  { files: ['pom.xml'], commands: always({ test: 'mvn test', build: 'mvn package' }) },
  { files: ['gradlew'], commands: always({ test: './gradlew test', build: './gradlew build' }) },
  { files: ['build.gradle', 'build.gradle.kts'], commands: always({ test: 'gradle test', build: 'gradle build' }) },
  { files: ['mix.exs'], commands: always({ test: 'mix test', build: 'mix compile' }) },
  { files: ['phpunit.xml', 'phpunit.xml.dist'], commands: always({ test: 'vendor/bin/phpunit' }) },
  { files: ['.rspec', 'spec/spec_helper.rb'], commands: always({ test: 'bundle exec rspec' }) },
  ...['test/run.js', 'test/run.mjs', 'tests/run.js', 'test.js', 'test.mjs'].map((file) => ({
    files: [file],
    commands: always({ test: `node ${file}` }),
  })),
];

/** Files whose texts the rules look into. */
export const READ_FOR_COMMANDS = RULES.slice(0, 3).flatMap(({ files }) => files);
const NAMED = RULES.flatMap(({ files }) => files);

/** Files that say what kind of project it is. */
export const manifestsIn = ({ paths }: Seen): string[] => NAMED.filter((file) => paths.has(file));

const IS_DOTNET = /^[^/]+\.(sln|csproj|fsproj)$/;

export const commandsIn = (seen: Seen): Partial<Record<CommandKind, FoundCommand>> => {
  const found: Partial<Record<CommandKind, FoundCommand>> = {};
  const keep = (file: string, commands: Commands): void => {
    for (const kind of commandKinds) {
      const command = commands[kind];
      if (command !== undefined) found[kind] ??= { command, found_in: file };
    }
  };
  for (const { files, commands } of RULES)
    for (const file of files) if (seen.paths.has(file)) keep(file, commands(seen, file));
  const dotnet = [...seen.paths].filter(isOwn).find((path) => IS_DOTNET.test(path));
  if (dotnet) keep(dotnet, { test: 'dotnet test', build: 'dotnet build', start: 'dotnet run' });
  return found;
};
