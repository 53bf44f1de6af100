import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
  write(
    'shared/greeting.ts',
    "export class Greeting extends Error {\n  override readonly name = 'Greeting';\n}\nexport const unused = 'never shipped';\n",
  );
  write(
    'functions/hello/handler.ts',
    "import { Greeting } from '../../shared/greeting.ts';\nexport const handler = async () => new Greeting('hi').name;\n",
  );
  write('functions/other/handler.ts', 'export const handler = async (): Promise<number> => 1;\n');
  write('functions/middleware/order.ts', 'export const order = [];\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('every folder with a handler is a function, and no other is', () => {
  expect(functionNames(root)).toEqual(['hello', 'other']);
});

test('each function is one self-contained module that exports its handler', async () => {
  const { folders } = bundle(root);
  expect(readdirSync(folders.hello ?? '')).toEqual(['index.mjs']);
  const { handler } = await import(pathToFileURL(join(folders.hello ?? '', 'index.mjs')).href);
  expect(await handler()).toBe('Greeting');
});

test('unused code is not shipped', () => {
  const { folders } = bundle(root);
  expect(readFileSync(join(folders.hello ?? '', 'index.mjs'), 'utf8')).not.toContain('never shipped');
});

test('what was built can be read by other users: a command behind the wall "process" is one where the service is root', () => {
  const { folders } = bundle(root);
  expect(statSync(join(folders.hello ?? '', '..')).mode & 0o777).toBe(0o755);
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

test('a build that was not used for hours is removed at the next build', () => {
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

test('data that a module reads lies beside the bundles with that module, and only there', () => {
  write('node_modules/gpt-tokenizer/data/o200k_base.tiktoken', 'ranks');
  write('shared/gateway/tokens/ranks-file.ts', 'export const ranks = import.meta.url;\n');
  write(
    'functions/other/handler.ts',
    "export { ranks as handler } from '../../shared/gateway/tokens/ranks-file.ts';\n",
  );
  const { folders } = bundle(root);
  expect(readdirSync(folders.other ?? '').sort()).toEqual(['index.mjs', 'o200k_base.tiktoken']);
  expect(readdirSync(folders.hello ?? '')).toEqual(['index.mjs']);
});

test('a function that reads templates has their folder beside its module, without the TypeScript in it', () => {
  write('shared/builder/templates/files.ts', 'export const files = import.meta.dirname;\n');
  write('shared/builder/templates/api/src/api.js', 'export const api = 1;\n');
  write(
    'functions/other/handler.ts',
    "import { files } from '../../shared/builder/templates/files.ts';\nexport const handler = async () => files;\n",
  );
  const { folders } = bundle(root);
  const beside = readdirSync(folders.other ?? '', { recursive: true }).map(String);
  expect(beside).toContain(join('templates', 'api', 'src', 'api.js'));
  expect(beside.filter((path) => path.endsWith('.ts'))).toEqual([]);
  expect(readdirSync(folders.hello ?? '')).toEqual(['index.mjs']);
});

describe('a package that is loaded by import() only', () => {
  beforeEach(() => {
    write(
      'node_modules/@qdrant/js-client-rest/package.json',
      '{"name": "@qdrant/js-client-rest", "version": "1.2.3", "main": "./index.js"}',
    );
    write(
      'node_modules/@qdrant/js-client-rest/index.js',
      "import { word } from './word.js';\nexport const hello = () => word;\n",
    );
    write('node_modules/@qdrant/js-client-rest/word.js', "export const word = 'hello from the package';\n");
    write('node_modules/@qdrant/js-client-rest/error.js', 'export const error = 1;\n');
    write(
      'functions/other/handler.ts',
      "export const handler = async () => { const { hello } = await import('@qdrant/js-client-rest'); return hello(); };\n",
    );
  });

  test('a package loaded by import() only lies beside the bundles that load it, and only there', () => {
    const { folders, lazy } = bundle(root);
    expect(readdirSync(folders.other ?? '').sort()).toEqual(['index.mjs', 'node_modules']);
    expect(readdirSync(folders.hello ?? '')).toEqual(['index.mjs']);
    expect(Object.keys(lazy.other ?? {})).toEqual(['@qdrant/js-client-rest']);
    expect(lazy.hello).toEqual({});
  });

  test('a package loaded by import() only is no part of index.mjs, and Node finds it at first use', async () => {
    const { folders } = bundle(root);
    expect(readFileSync(join(folders.other ?? '', 'index.mjs'), 'utf8')).not.toContain('hello from the package');
    rmSync(join(root, 'node_modules'), { recursive: true });
    const { handler } = await import(pathToFileURL(join(folders.other ?? '', 'index.mjs')).href);
    expect(await handler()).toBe('hello from the package');
  });

  test('a package loaded by import() only is listed with its name and version', () => {
    const { folders } = bundle(root);
    const description = readFileSync(
      join(folders.other ?? '', 'node_modules/@qdrant/js-client-rest/package.json'),
      'utf8',
    );
    expect(JSON.parse(description)).toMatchObject({ name: '@qdrant/js-client-rest', version: '1.2.3', type: 'module' });
  });

  test('a package loaded by import() only has the same size in a build that is used again', () => {
    const first = bundle(root);
    const second = bundle(root);
    expect(second.reused).toBe(true);
    expect(second.lazy).toEqual(first.lazy);
    expect(second.lazy.other?.['@qdrant/js-client-rest']).toBeGreaterThan(0);
  });

  test.each([
    ['at the start', "import { hello } from '@qdrant/js-client-rest';\nexport const handler = hello;\n"],
    ['by a path inside it', "export const handler = () => import('@qdrant/js-client-rest/error');\n"],
  ])('a package loaded by import() only that is also imported %s fails the build', (_name, handler) => {
    write('functions/hello/handler.ts', handler);
    expect(() => bundle(root)).toThrow("has to load @qdrant/js-client-rest by import('@qdrant/js-client-rest')");
    expect(readdirSync(join(root, '.build', 'functions'))).toEqual([]);
  });
});

describe('a part of our own that is loaded by import() only', () => {
  beforeEach(() => {
    write('shared/pii/index.ts', "export const found = (): string => 'found by the engine';\n");
    write(
      'functions/other/handler.ts',
      "export const handler = async () => { const { found } = await import('#pii'); return found(); };\n",
    );
  });

  test('a module of our own loaded by import() only lies beside the bundles that load it, and only there', () => {
    const { folders, lazy } = bundle(root);
    expect(readdirSync(folders.other ?? '').sort()).toEqual(['index.mjs', 'package.json', 'pii.mjs']);
    expect(readdirSync(folders.hello ?? '')).toEqual(['index.mjs']);
    expect(Object.keys(lazy.other ?? {})).toEqual(['#pii']);
  });

  test('a module of our own loaded by import() only is no part of index.mjs, and Node finds it at first use', async () => {
    const { folders } = bundle(root);
    expect(readFileSync(join(folders.other ?? '', 'index.mjs'), 'utf8')).not.toContain('found by the engine');
    const { handler } = await import(pathToFileURL(join(folders.other ?? '', 'index.mjs')).href);
    expect(await handler()).toBe('found by the engine');
  });

  test('a module of our own loaded by import() only that is also imported at the start fails the build', () => {
    write('functions/hello/handler.ts', "import { found } from '#pii';\nexport const handler = found;\n");
    expect(() => bundle(root)).toThrow("has to load #pii by import('#pii')");
    expect(readdirSync(join(root, '.build', 'functions'))).toEqual([]);
  });
});

describe('what the SDK and Node bring that functions never use', () => {
  const run = (folder: string | undefined, environment: Record<string, string> = {}): string => {
    const script = `const { handler } = await import(${JSON.stringify(pathToFileURL(join(folder ?? '', 'index.mjs')).href)});
      process.stdout.write(String(await handler().catch((error) => error.message)));`;
    return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: environment,
    });
  };

  test('credentials come from the environment', () => {
    write(
      'functions/other/handler.ts',
      "import { defaultProvider } from '@aws-sdk/credential-provider-node';\nexport const handler = async () => JSON.stringify(await defaultProvider()());\n",
    );
    const { folders } = bundle(root);
    const environment = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' };
    expect(JSON.parse(run(folders.other, environment))).toMatchObject({
      accessKeyId: 'id',
      secretAccessKey: 'secret',
      sessionToken: 'token',
    });
    expect(run(folders.other)).toBe('Unable to find environment variable credentials.');
  });

  test('a function that makes HTTP requests does not load fetch at its start', () => {
    write(
      'functions/other/handler.ts',
      "import { request } from 'node:http';\nexport const handler = async () => [typeof request, ...process.moduleLoadList.filter((one) => one.includes('undici'))];\n",
    );
    const { folders } = bundle(root);
    expect(run(folders.other)).toBe('function');
  });
});

test('what reads event streams is no part of index.mjs, and says so', async () => {
  write(
    'functions/other/handler.ts',
    "import { EventStreamSerde } from '@smithy/core/event-streams';\nexport const handler = async () => new EventStreamSerde();\n",
  );
  const { folders } = bundle(root);
  const { handler } = await import(pathToFileURL(join(folders.other ?? '', 'index.mjs')).href);
  await expect(handler()).rejects.toThrow('Event streams of AWS services are not part of a bundle.');
});
