import { describe, expect, test } from 'vitest';
import { overviewOf } from '../../../../shared/workspace/overview/overview.ts';

/* Requirements: BT7. */

const overview = (files: Record<string, string>) =>
  overviewOf(
    Object.keys(files).toSorted(),
    async (paths) => new Map(paths.flatMap((path) => (path in files ? [[path, files[path] as string] as const] : []))),
  );

describe('the overview of a project', () => {
  test('a package of npm says what it is, where it begins, and how it is tested, built and started', async () => {
    const scripts = { test: 'node test/run.js', build: 'esbuild src/main.ts', dev: 'vite' };
    const said = {
      name: 'shop',
      description: 'Sells things.',
      main: './src/server.ts',
      bin: { shop: 'cli.js' },
      scripts,
    };
    const found = await overview({
      'package.json': JSON.stringify(said),
      'src/server.ts': '',
      'src/price.ts': '',
      'cli.js': '',
      'node_modules/other/index.py': '',
      'README.md': '# Not this\n\nNor this.',
    });
    expect(found).toEqual({
      name: 'shop',
      summary: 'Sells things.',
      root: '',
      files: 6,
      languages: [
        { name: 'TypeScript', files: 2 },
        { name: 'JavaScript', files: 1 },
      ],
      manifests: ['package.json'],
      entry_points: ['src/server.ts', 'cli.js'],
      commands: {
        test: { command: 'npm test', found_in: 'package.json' },
        build: { command: 'npm run build', found_in: 'package.json' },
        start: { command: 'npm run dev', found_in: 'package.json' },
      },
    });
  });

  test.each([
    [
      'a Python project with tests',
      { 'pyproject.toml': '[project]\nname = "sums"\n', 'tests/test_sum.py': '' },
      'python -m pytest',
    ],
    ['one of Django', { 'manage.py': '' }, 'python manage.py test'],
    ['one of Go', { 'go.mod': 'module sums\n' }, 'go test ./...'],
    ['one of Rust', { 'Cargo.toml': '[package]\nname = "sums"\n' }, 'cargo test'],
    ['one of Maven', { 'pom.xml': '<project/>' }, 'mvn test'],
    ['one of .NET', { 'Sums.csproj': '' }, 'dotnet test'],
    [
      'a Makefile, before what is usual for its kind',
      { Makefile: 'X := 1\ncheck: all\n\tgo test\n', 'go.mod': '' },
      'make check',
    ],
    ['a script of tests', { 'test/run.js': '' }, 'node test/run.js'],
    [
      'what npm writes into a new package',
      { 'package.json': '{"scripts":{"test":"echo \\"Error: no test specified\\" && exit 1"}}' },
      undefined,
    ],
    ['Python without tests', { 'requirements.txt': '', 'main.py': '' }, undefined],
    ['a package file that is not one', { 'package.json': '[{"scripts":1' }, undefined],
    ['scripts of another form', { 'package.json': '{"scripts":{"test":1},"bin":[]}' }, undefined],
    [
      'a script with the name of a property of objects',
      { 'package.json': '{"scripts":{"constructor":"x"}}' },
      undefined,
    ],
    ['nothing', {}, undefined],
  ])('of %s it is known how the tests are run', async (_, files: Record<string, string>, command) => {
    expect((await overview(files)).commands.test?.command).toBe(command);
  });

  test('without a package the README says what it is, past its badges', async () => {
    const readme = '# Sums\n\n[![build](x)](y)\n\n![logo](z)\n\nAdds numbers\nquickly.\n\n## Use\n\nAnd so on.';
    expect(await overview({ 'README.md': readme, 'main.go': '' })).toMatchObject({
      name: 'Sums',
      summary: 'Adds numbers quickly.',
      entry_points: ['main.go'],
    });
  });

  test('where one folder holds everything, that is where its commands are run', async () => {
    const found = await overview({ "it's-main/go.mod": '', "it's-main/cmd/sums/main.go": '' });
    expect(found).toMatchObject({
      root: "it's-main/",
      entry_points: ["it's-main/cmd/sums/main.go"],
      commands: { test: { command: "cd 'it'\\''s-main' && go test ./...", found_in: "it's-main/go.mod" } },
    });
    expect((await overview({ 'src/main.py': '' })).root).toBe('');
  });
});
