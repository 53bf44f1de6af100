import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** The order inside `shared`, lowest first. Folders of one level may use each other, through `index.ts`. */
const levels = [
  ['core'],
  ['platform'],
  ['observability'],
  ['outside'],
  ['store'],
  ['cache', 'limits', 'outside', 'vault'],
  ['identity', 'projects', 'sessions', 'memory', 'events', 'bus', 'approvals', 'gateway', 'tools'],
  ['agents', 'plans', 'spaces'],
  ['turns', 'upkeep', 'surfaces'],
];

type Import = { file: string; specifier: string; target: string };

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.m?ts$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const importsOf = (file: string): Import[] => {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/g)];
  return found.map((match) => {
    const specifier = (match[1] ?? match[2]) as string;
    const target = specifier.startsWith('.') ? relative(root, resolve(root, dirname(file), specifier)) : specifier;
    return { file, specifier, target };
  });
};

const all = ['shared', 'functions', 'infra'].flatMap((folder) => sources(folder).flatMap(importsOf));
const folderOf = (path: string): string => path.split(sep)[1] ?? '';
const levelOf = (folder: string): number => levels.findIndex((level) => level.includes(folder));
const violations = (wrong: (one: Import) => boolean): string[] =>
  all.filter(wrong).map(({ file, specifier }) => `${file} imports ${specifier}`);

describe('who may import whom', () => {
  test('the AWS SDK is used in shared/platform and nowhere else in the product', () => {
    const wrong = violations(
      ({ file, specifier }) =>
        /^@aws-sdk\//.test(specifier) && !file.startsWith('shared/platform/') && !file.startsWith('infra/local/'),
    );
    expect(wrong).toEqual([]);
  });

  test('shared knows neither the CDK nor middy nor the functions', () => {
    const wrong = violations(
      ({ file, target }) =>
        file.startsWith('shared/') && /^(aws-cdk-lib|constructs|@middy|functions\/|infra\/)/.test(target),
    );
    expect(wrong).toEqual([]);
  });

  test('functions import from shared, from functions/middleware and functions/routing, and never from infra', () => {
    const wrong = violations(({ file, target }) => {
      if (!file.startsWith('functions/')) return false;
      if (target.startsWith('infra/')) return true;
      if (!target.startsWith('functions/')) return false;
      // The description of the whole interface stands in one place.
      if (file === 'functions/my/operations.ts' && /\/operations?\.ts$/.test(target)) return false;
      return ![folderOf(file), 'middleware', 'routing'].includes(folderOf(target));
    });
    expect(wrong).toEqual([]);
  });

  test('infra takes from shared the names of variables and nothing else, and never runs a function in its own process', () => {
    const wrong = violations(
      ({ file, target }) =>
        file.startsWith('infra/') &&
        (target.startsWith('functions/') || (target.startsWith('shared/') && !target.startsWith('shared/core/'))),
    );
    expect(wrong).toEqual([]);
  });

  test('every folder of shared has its place in the order', () => {
    const folders = new Set(sources('shared').map(folderOf));
    expect([...folders].filter((folder) => levelOf(folder) < 0)).toEqual([]);
  });

  test('inside shared imports go downwards, or sideways through index.ts', () => {
    const wrong = violations(({ file, target }) => {
      if (!file.startsWith('shared/') || !target.startsWith('shared/')) return false;
      const [from, to] = [folderOf(file), folderOf(target)];
      if (from === to) return false;
      if (levelOf(to) > levelOf(from)) return true;
      return levelOf(to) === levelOf(from) && !target.endsWith('/index.ts');
    });
    expect(wrong).toEqual([]);
  });
});

describe('who may make a scope', () => {
  test('only checked credentials, and readers of stored work', () => {
    const makers = sources('shared')
      .concat(sources('functions'))
      .filter((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        const named = [...text.matchAll(/import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'[^']*core\/scope\.ts'/g)].map(
          (match) => match[1],
        );
        return /\b(authenticated|restored)\b/.test(named.join()) || /\bUserScope\.of\b/.test(text);
      })
      .map((file) => (file.startsWith('shared') ? file.split(sep).slice(0, 2).join('/') : file));
    const permitted = [
      'shared/core',
      'shared/bus',
      'shared/events',
      'shared/gateway',
      'shared/identity',
      'shared/turns',
      'shared/upkeep',
      'functions/planner/handler.ts',
      'functions/plans/handler.ts',
      'functions/timers/handler.ts',
      'functions/pusher/handler.ts',
    ];
    expect([...new Set(makers)].filter((maker) => !permitted.includes(maker))).toEqual([]);
  });
});
