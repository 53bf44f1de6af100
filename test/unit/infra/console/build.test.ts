import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundle } from '../../../../infra/bundle.ts';

/* Requirements: WEB1. */

let root: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const aPackage = (name: string, code: string) => {
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.2.3', module: 'index.js' }));
  write(`node_modules/${name}/index.js`, code);
  write(`node_modules/${name}/LICENSE`, `the licence of ${name}\n`);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'artel-console-'));
  write('package-lock.json', '{}');
  write('package.json', '{"sideEffects": false}');
  write('shared/none.ts', '');
  write('functions/hello/handler.ts', 'export const handler = async (): Promise<number> => 1;\n');
  write('functions/console/files.ts', 'export const files = import.meta.url;\n');
  write(
    'functions/console/handler.ts',
    "import { files } from './files.ts';\nexport const handler = async () => files;\n",
  );
  aPackage('common', '/*! a legal comment */ export const common = () => "from common";\n');
  aPackage('@scope/later', 'export const later = () => "from later";\n');
  write('console/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  write('console/src/style.css', "@import './part.css';\nbody { margin: 0; }\n");
  write('console/src/beside.ts', 'export const beside = 1;\n');
  write('console/src/part.css', 'h1 { margin: 1px; }\n');
  write('console/src/main.tsx', "import { common } from 'common';\nvoid import('./screen.tsx');\ncommon();\n");
  write(
    'console/src/screen.tsx',
    "import { later } from '@scope/later';\nimport { common } from 'common';\nexport const shown = [common(), later()];\n",
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const built = () => {
  const { folders, console: sizes } = bundle(root);
  const folder = join(folders.console ?? '', 'console');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const textOf = (name: string) => gunzipSync(readFileSync(join(folder, `${name}.gz`))).toString();
  return { folder, folders, manifest, sizes, textOf };
};

test('the console lies beside the function that serves it and no other, each file in both codings', () => {
  const { folder, folders, manifest, textOf } = built();
  expect(readdirSync(folders.hello ?? '')).toEqual(['index.mjs']);
  const names = Object.keys(manifest.files);
  expect(readdirSync(folder).sort()).toEqual(
    [...names.flatMap((name) => [`${name}.br`, `${name}.gz`]), 'manifest.json'].sort(),
  );
  for (const name of names)
    expect(brotliDecompressSync(readFileSync(join(folder, `${name}.br`))).toString()).toBe(textOf(name));
});

test('the list of files says what the page has to name, and which type each file has', () => {
  const { manifest } = built();
  const { script, style, icon, chunks, licences, files } = manifest;
  expect([script, style, icon, ...chunks, licences].map((name: string) => files[name])).toEqual([
    'text/javascript; charset=utf-8',
    'text/css; charset=utf-8',
    'image/svg+xml; charset=utf-8',
    'text/javascript; charset=utf-8',
    'text/plain; charset=utf-8',
  ]);
});

test('what the script imports at its start is in the list, and what a screen brings is not', () => {
  const { manifest, textOf } = built();
  expect(manifest.chunks.map(textOf).join()).toContain('from common');
  expect([manifest.script, ...manifest.chunks].map(textOf).join()).not.toContain('from later');
  expect(Object.keys(manifest.files).map(textOf).join()).toContain('from later');
});

test('the style is one file, with what it imports', () => {
  const { manifest, textOf } = built();
  expect(textOf(manifest.style).trim()).toBe('h1{margin:1px}body{margin:0}');
});

test('the licences of all packages in it are in a file of their own', () => {
  const { manifest, textOf } = built();
  expect(textOf(manifest.licences)).toMatch(
    /^@scope\/later 1\.2\.3\n\nthe licence of @scope\/later\n+common 1\.2\.3\n/,
  );
  expect(Object.keys(manifest.files).map(textOf).join()).not.toContain('a legal comment');
});

test('a file has another name when it holds something else, and the same one as long as it does not', () => {
  const before = built().manifest;
  write('console/src/style.css', 'body { margin: 2px; }\n');
  const after = built().manifest;
  expect(after.style).not.toBe(before.style);
  expect([after.script, after.chunks, after.licences]).toEqual([before.script, before.chunks, before.licences]);
});

test('sizes are those that are sent, of the first load without what screens bring', () => {
  const { folder, manifest, sizes } = built();
  const bytesOf = (names: string[]) =>
    names.reduce((sum, name) => sum + readFileSync(join(folder, `${name}.gz`)).length, 0);
  expect(sizes?.firstLoad).toBe(bytesOf([manifest.script, manifest.style, ...manifest.chunks]));
  expect(sizes?.all).toBe(bytesOf(Object.keys(manifest.files)));
  expect(built().sizes).toEqual(sizes);
});

test.each([
  [
    'a style that a script imports, which would be on no page',
    'console/src/main.tsx',
    "import './part.css';\n",
    /style\.css/,
  ],
  [
    'an import that the bundler leaves out, as the package has no side effects,',
    'console/src/main.tsx',
    "import './beside.ts';\n",
    /main\.tsx:1/,
  ],
  ['a file that is not there', 'console/src/main.tsx', "import './gone.ts';\n", /gone\.ts/],
])('%s fails the build and leaves nothing behind', (_title, path, text, message) => {
  write(path, text);
  expect(() => bundle(root)).toThrow(message);
  expect(readdirSync(join(root, '.build', 'functions'))).toEqual([]);
});

test('a package inside another package has its own licence', () => {
  aPackage('common/node_modules/inner', 'export const inner = () => "from inner";\n');
  write('node_modules/common/index.js', "import { inner } from 'inner';\nexport const common = () => inner();\n");
  const { manifest, textOf } = built();
  expect(textOf(manifest.licences)).toContain('the licence of common/node_modules/inner');
});

test('a package without a licence fails the build', () => {
  rmSync(join(root, 'node_modules/common/LICENSE'));
  expect(() => bundle(root)).toThrow('The package common');
});
