import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundle } from '../../../infra/bundle.ts';
import { functionNames } from '../../../infra/sources.ts';

let root: string;
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'artel-bundle-'));
  write('package-lock.json', '{}');
  write('shared/greeting.ts', 'export class Greeting extends Error {}\nexport const unused = "never shipped";\n');
  write(
    'functions/hello/handler.ts',
    "import { Greeting } from '../../shared/greeting.ts';\nexport const handler = async () => new Greeting('hi').constructor.name;\n",
  );
  write('functions/other/handler.ts', 'export const handler = async (): Promise<number> => 1;\n');
  write('functions/middleware/order.ts', 'export const order = [];\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('every folder with a handler is a function, any other is not', () => {
  expect(functionNames(root)).toEqual(['hello', 'other']);
});

test('each function is one self-contained module that exports its handler', async () => {
  const { folders } = bundle(root);
  expect(readdirSync(folders.hello ?? '')).toEqual(['index.mjs']);
  const { handler } = await import(pathToFileURL(join(folders.hello ?? '', 'index.mjs')).href);
  expect(await handler()).toBe('Greeting');
});

test('what nobody uses is not shipped', () => {
  const { folders } = bundle(root);
  expect(readFileSync(join(folders.hello ?? '', 'index.mjs'), 'utf8')).not.toContain('never shipped');
});

test('unchanged sources are not built again, changed ones are', () => {
  const first = bundle(root);
  const second = bundle(root);
  expect([first.reused, second.reused, second.folders]).toEqual([false, true, first.folders]);
  write('shared/greeting.ts', 'export class Greeting extends TypeError {}\n');
  const third = bundle(root);
  expect(third.reused).toBe(false);
  expect(third.folders.hello).not.toBe(first.folders.hello);
});

test('a running process keeps its bundle when the sources change', () => {
  const first = bundle(root);
  write('shared/greeting.ts', 'export class Greeting extends TypeError {}\n');
  bundle(root);
  expect(readdirSync(first.folders.hello ?? '')).toEqual(['index.mjs']);
});

test('a build nobody used for hours goes away at the next build', () => {
  const first = bundle(root);
  const yesterday = new Date(Date.now() - 24 * 60 * 60_000);
  utimesSync(join(first.folders.hello ?? '', '..'), yesterday, yesterday);
  write('functions/other/handler.ts', 'export const handler = async () => 2;\n');
  bundle(root);
  expect(existsSync(first.folders.hello ?? '')).toBe(false);
});

test('using a build again keeps it', () => {
  const first = bundle(root);
  const yesterday = new Date(Date.now() - 24 * 60 * 60_000);
  utimesSync(join(first.folders.hello ?? '', '..'), yesterday, yesterday);
  bundle(root);
  write('functions/other/handler.ts', 'export const handler = async () => 2;\n');
  bundle(root);
  expect(existsSync(first.folders.hello ?? '')).toBe(true);
});

test('an import that does not exist fails the build and leaves nothing behind', () => {
  write('functions/other/handler.ts', "import { gone } from '../../shared/gone.ts';\nexport const handler = gone;\n");
  expect(() => bundle(root)).toThrow(/gone\.ts/);
  expect(readdirSync(join(root, '.build', 'functions'))).toEqual([]);
});

test('data a module reads is beside the bundles that hold the module, and only there', () => {
  write('node_modules/gpt-tokenizer/data/o200k_base.tiktoken', 'ranks');
  write('shared/gateway/ranks-file.ts', 'export const ranks = import.meta.url;\n');
  write('functions/other/handler.ts', "export { ranks as handler } from '../../shared/gateway/ranks-file.ts';\n");
  const { folders } = bundle(root);
  expect(readdirSync(folders.other ?? '').sort()).toEqual(['index.mjs', 'o200k_base.tiktoken']);
  expect(readdirSync(folders.hello ?? '')).toEqual(['index.mjs']);
});
